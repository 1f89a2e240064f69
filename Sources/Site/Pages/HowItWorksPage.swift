import HTML
import Web

/// What the site does and how it orders offers: transparency of the algorithm (CRPA L311-3-1, L312-1-3).
struct HowItWorksPage {
    let settings: SiteSettings

    var html: HTML {
        """
        <div class="wrap narrow prose">
        <h1>Comment ça marche</h1>
        <p>Emploi Allier rassemble les offres d’emploi à pourvoir dans le département. Chercher et lire est gratuit, sans \
        compte.</p>
        <h2>Chercher</h2>
        <ul>
        <li>Écrivez un métier ou un mot comme vous le dites : « femme de ménage », « chauffeur poids lourd », \
        « travail de nuit ». Les accents et les majuscules ne comptent pas.</li>
        <li>Écrivez une commune ou un code postal, et choisissez jusqu’où vous pouvez aller. Vous pouvez en demander \
        plusieurs : « Vichy, Cusset ».</li>
        <li>Pour des mots qui se suivent, mettez des guillemets : « "agent d’entretien" ». Pour enlever un mot, mettez un \
        moins devant : « vendeur -alimentaire ». Pour l’un ou l’autre, écrivez OU en majuscules : « maçon OU couvreur ».</li>
        </ul>
        <h2>Dans quel ordre les offres apparaissent</h2>
        <p>Quand vous écrivez des mots, les offres qui répondent le mieux viennent d’abord. Pour chaque offre, le site regarde, \
        du plus important au moins important :</p>
        <ol>
        <li>les mots du titre de l’offre ;</li>
        <li>le métier : « caissière » trouve aussi « hôte de caisse » ;</li>
        <li>le nom de l’employeur ;</li>
        <li>le texte de l’offre : pour un nom de métier, seulement si peu d’offres de ce métier sont trouvées ;</li>
        <li>la date : les offres récentes gagnent un peu, moitié moins tous les quinze jours ;</li>
        <li>la distance, si vous avez choisi une commune.</li>
        </ol>
        <p>Un mot rare compte plus qu’un mot que toutes les offres contiennent. Si vous écrivez le nom entier d’un employeur, ses offres \
        viennent d’abord.</p>
        <p>Si presque rien ne répond, le site le dit et élargit, dans cet ordre : les conditions lues dans vos mots (« de nuit », \
        « CDI ») ne sont plus exigées, mais les offres qui les remplissent restent devant ; le rayon passe à 50 puis 100 km ; les métiers \
        proches suivent. Les filtres que vous cochez ne sont jamais enlevés. Une faute de frappe n’est corrigée que si aucune offre n’a \
        le mot, et c’est dit.</p>
        <p>Les points exacts sont publics : fichier <code>docs/search.md</code> du programme.</p>
        <p>Sans mot, les plus récentes viennent d’abord. Vous pouvez aussi trier par date, par distance ou par salaire.</p>
        <p><strong>Aucun employeur ne peut payer pour être mieux placé.</strong> Rien de ce que vous avez cherché avant ne change \
        l’ordre : deux personnes qui font la même recherche voient la même liste.</p>
        <p>Une même offre publiée par plusieurs sites n’est montrée qu’une fois, avec toutes ses sources.</p>
        <h2>La date limite</h2>
        <p>Une offre disparaît de la liste le lendemain de sa date limite. Si la source n’en donne pas, elle reste au plus \
        60 jours.</p>
        <h2>La référence à six caractères</h2>
        <p>Chaque offre a une référence, par exemple « 7K2M4P ». Vous pouvez la dire au téléphone ou à un conseiller : elle \
        suffit pour retrouver l’offre. Il n’y a ni O ni I : c’est toujours zéro ou un.</p>
        <h2 id="json">Pour les partenaires</h2>
        <p>Toute recherche existe aussi sous d’autres formes : remplacez <code>/offres</code> dans son adresse par \
        <code>/offres.json</code>, <code>/offres.atom</code>, <code>/offres.rss</code>, <code>/offres.csv</code> ou \
        <code>/offres.ics</code>. Pour vos programmes, il y a une <a href="\(API.documentation.link())">API</a>.</p>
        </div>
        """
    }
}
