import HTTP1
import HTTPTypes
import Web

/// The script by which another site shows a search: `<script src="…/widget.js" data-q="serveur" data-commune="Vichy"></script>`
/// puts the frame of ``Widget`` behind itself. It keeps nothing, tells nobody of the reader, and what it shows has no script.
/// Without a number in its address it may be mended; a site that wants it to be checked (`integrity`) keeps a copy.
enum WidgetScript {
    static let path = Path("/widget.js")
    static let routes: [Route<Access, Endpoint>] = [
        .get(path, access: .everyone) { Endpoint { visit in visit.widgetScript() } }
    ]

    /// Every `data-` attribute is a parameter of the search, but for `data-recherche` (a whole query string),
    /// `data-titre` (the frame's name for those who hear the page) and `data-hauteur` (pixels).
    static let text = """
        (function () {
          "use strict";
          var script = document.currentScript;
          if (!script) return;
          var data = script.dataset;
          var query = new URLSearchParams(data.recherche || "");
          Object.keys(data).forEach(function (name) {
            if (["recherche", "titre", "hauteur"].indexOf(name) < 0) query.append(name, data[name]);
          });
          var frame = document.createElement("iframe");
          frame.src = new URL("widget?" + query, script.src).href;
          frame.title = data.titre || "Offres d’emploi";
          frame.loading = "lazy";
          frame.referrerPolicy = "no-referrer";
          frame.style.width = "100%";
          frame.style.height = (parseInt(data.hauteur, 10) || 420) + "px";
          frame.style.border = "0";
          script.parentNode.insertBefore(frame, script.nextSibling);
        })();

        """
}

extension Visit {
    func widgetScript() -> Response {
        var fields = Self.crossOrigin
        fields[.crossOriginResourcePolicy] = "cross-origin"
        return answer(
            Representation(
                Array(WidgetScript.text.utf8), .javaScript, cacheControl: .shared(seconds: 3_600), fields: fields))
    }
}
