import ArgumentParser
import Site

/// Who runs the board: what the law asks a site to tell.
struct IdentityOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Éditeur du site, pour les mentions légales.", valueName: "texte"))
    var publisher: String?

    @Option(help: ArgumentHelp("Directeur ou directrice de la publication.", valueName: "texte"))
    var publicationDirector: String?

    @Option(help: ArgumentHelp("Hébergeur du site : nom, adresse, téléphone.", valueName: "texte"))
    var hostingProvider: String?

    @Option(help: ArgumentHelp("Où écrire à l’éditeur : courriel ou adresse.", valueName: "texte"))
    var contact: String?

    struct Values {
        let publisher: String
        let publicationDirector: String
        let hostingProvider: String
        let contact: String

        var named: [(name: String, text: String)] {
            [
                ("éditeur", publisher), ("direction de la publication", publicationDirector),
                ("hébergeur", hostingProvider), ("contact", contact),
            ]
        }
    }

    func read(_ reader: inout SettingReader) -> Values {
        Values(
            publisher: reader.text("publisher", publisher, default: SiteSettings.toComplete),
            publicationDirector: reader.text(
                "publication-director", publicationDirector, default: SiteSettings.toComplete),
            hostingProvider: reader.text("hosting-provider", hostingProvider, default: SiteSettings.toComplete),
            contact: reader.text("contact", contact, default: SiteSettings.toComplete))
    }
}
