import HTML

/// The pages the law asks of every site, filled in from the operator's settings.
struct LegalPages {
    let settings: SiteSettings

    /// Loi n° 2004-575 du 21 juin 2004, article 1-1.
    var legalNotice: HTML {
        """
        <div class="wrap narrow">
        <h1>Mentions légales</h1>
        <h2>Qui publie ce site ?</h2>
        <p>Éditeur : \(settings.publisher)</p>
        <p>Direction de la publication : \(settings.publicationDirector)</p>
        <p>Contact : \(settings.contact)</p>
        <h2>Qui l’héberge ?</h2>
        <p>\(settings.hostingProvider)</p>
        <h2>D’où viennent les offres ?</h2>
        <p>Les offres sont publiées par les employeurs et par des partenaires. Chaque offre dit sa source. Leur texte \
        appartient à leurs auteurs. Aucune offre n’est vendue, aucune n’est mise en avant contre paiement \
        (Code du travail, articles L5331-1 et L5321-3).</p>
        <p>Une offre vous paraît fausse, illégale ou dépassée ? Écrivez au contact ci-dessus en donnant sa référence \
        de six caractères.</p>
        <h2>Données publiques utilisées</h2>
        <ul>
        <li>Communes : Code officiel géographique et populations, Insee ; intercommunalités, DGCL ; codes postaux, La Poste \
        (Licence Ouverte 2.0).</li>
        <li>Métiers : ROME 4.0, France Travail (Licence Ouverte 2.0).</li>
        <li>Activités : nomenclature NAF rév. 2, Insee (Licence Ouverte 2.0).</li>
        </ul>
        </div>
        """
    }

    /// RGPD, articles 13 and 14; loi n° 78-17, article 82.
    var personalData: HTML {
        """
        <div class="wrap narrow">
        <h1>Données personnelles</h1>
        <p class="notice good">Vous pouvez chercher et lire toutes les offres sans donner aucune information sur vous.</p>
        <h2>Ce que ce site n’utilise pas</h2>
        <ul>
        <li>aucun compte pour les personnes qui cherchent un emploi ;</li>
        <li>aucun cookie pour elles, aucun traceur, aucune mesure d’audience par un tiers ;</li>
        <li>aucun lien entre une recherche et une personne.</li>
        </ul>
        <h2>Ce que le serveur enregistre</h2>
        <p>Le programme n’écrit dans son journal que ses propres erreurs. Si un serveur placé devant lui garde un journal \
        des accès, son exploitant doit le dire ici.</p>
        <p>Les mots cherchés sont comptés par jour et par bassin d’emploi, sans rien qui dise qui les a cherchés ni à quelle \
        heure. Ces comptes montrent quels métiers manquent d’offres ; ils sont effacés au bout de deux ans.</p>
        <p>Pour chaque offre écrite sur ce site, l’employeur voit combien de fois par jour elle a été affichée, lue, et combien de \
        fois quelqu’un est allé postuler. Ce sont des nombres : rien ne dit qui. Ils sont effacés au bout de deux ans.</p>
        <h2>Ce que contiennent les offres</h2>
        <p>Une offre peut donner le nom, le téléphone ou le courriel d’une personne chargée du recrutement. Ces \
        coordonnées viennent de l’employeur ou du partenaire et disparaissent du site quand l’offre est close. Les adresses de \
        courriel sont montrées seulement à qui presse un bouton, pour que les robots ne les prennent pas.</p>
        <h2>Employeurs et agents du Département</h2>
        <p>Leur compte contient un nom, une adresse de courriel, les établissements, l’historique de ce qui a été fait en leur \
        nom, et la liste des appareils connectés (navigateur et système). Deux cookies, indispensables, servent à rester \
        connecté et à protéger les formulaires ; ils ne servent à rien d’autre.</p>
        <h2>Vos droits</h2>
        <p>Vous pouvez demander à consulter, corriger ou effacer ce qui vous concerne en écrivant à : \(settings.contact). \
        Si la réponse ne vous convient pas, vous pouvez saisir la \
        <a href="https://www.cnil.fr/fr/plaintes" rel="noopener noreferrer">Cnil</a>.</p>
        </div>
        """
    }

    /// Loi n° 2005-102, article 47; décret n° 2019-768. « Non conforme » is what a site without an audit has to say.
    var accessibility: HTML {
        """
        <div class="wrap narrow">
        <h1>Accessibilité : non conforme</h1>
        <p>Ce site veut être utilisable par toutes et tous : au clavier, avec un lecteur d’écran, sur un petit téléphone, \
        sans JavaScript, avec une connexion lente.</p>
        <h2>État de conformité</h2>
        <p>Le site n’a pas encore été audité par une personne selon le référentiel général d’amélioration de \
        l’accessibilité (RGAA 4.1). Tant que cet audit n’a pas eu lieu, la loi veut qu’il soit déclaré \
        <strong>non conforme</strong>.</p>
        <h2>Ce qui est vérifié à chaque version</h2>
        <p>Des outils contrôlent chaque page : HTML valide, contrastes, étiquettes des champs, titres, parcours au clavier, \
        affichage à 320 pixels de large. Ils ne remplacent pas un audit : une machine ne voit qu’une partie des critères.</p>
        <h2>Vous êtes gêné par un défaut ?</h2>
        <p>Écrivez à : \(settings.contact). Dites la page et ce qui ne va pas : nous vous donnerons l’information \
        d’une autre façon.</p>
        <h2>Voies de recours</h2>
        <p>Sans réponse satisfaisante, vous pouvez :</p>
        <ul>
        <li><a href="https://formulaire.defenseurdesdroits.fr/" rel="noopener noreferrer">écrire au Défenseur des droits</a> ;</li>
        <li>appeler le 09 69 39 00 00 ;</li>
        <li>écrire, sans timbre, à : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.</li>
        </ul>
        </div>
        """
    }
}
