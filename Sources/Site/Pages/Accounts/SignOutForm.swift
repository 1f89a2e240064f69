import HTML
import Web

/// The button that ends a session.
struct SignOutForm {
    let seal: FormSeal
    var label = "Se déconnecter"

    var html: HTML {
        """
        <form action="\(Paths.signOut.link())" method="post">
        \(seal.html)<button class="quiet">\(label)</button>
        </form>
        """
    }
}
