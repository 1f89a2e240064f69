import HTML
import Recruitment
import Storage
import Web

/// For moderators: which offers of other sources tell the same job, and how to say otherwise.
struct JobsView {
    enum Field {
        static let action = "faire"
        static let code = "code"
    }

    let offer: OfferID
    let copies: [JobCopy]
    /// Those an agent said are another job.
    let separated: [OfferID]
    let seal: FormSeal

    var html: HTML {
        """
        <section aria-labelledby="meme-offre">
        <h2 id="meme-offre">La même offre ailleurs</h2>
        \(if: copies.isEmpty, "<p>Aucune autre source ne semble la publier.</p>\n")\
        <ul class="rows">
        \(each: copies, { copy in
            """
            <li><a href="\(Paths.review.link(OfferCode(copy.id)))">\(copy.id.code)</a>, \(SourceLabel.text(copy.source)) \
            \(PostingWording.badge(copy.status))\
            \(button("separer", copy.id, "Ce ne sont pas la même offre"))</li>

            """
        })\
        \(each: separated, { other in
            """
            <li><a href="\(Paths.review.link(OfferCode(other)))">\(other.code)</a> : un agent a dit que c’est une autre offre\
            \(button("joindre", other, "C’est la même offre"))</li>

            """
        })</ul>
        <form action="\(Paths.jobs.link(OfferCode(offer)))" method="post">
        \(seal.html)\
        <input type="hidden" name="\(Field.action)" value="joindre">
        \(FormField(
            name: Field.code, label: "Code d’une offre qui est la même", hint: "Six caractères.", autocomplete: "off"
        ).html(FormProblems()))\
        <button class="button quiet">Joindre</button>
        </form>
        </section>

        """
    }

    private func button(_ action: String, _ other: OfferID, _ label: String) -> HTML {
        """
        <form action="\(Paths.jobs.link(OfferCode(offer)))" method="post">
        \(seal.html)\
        <input type="hidden" name="\(Field.action)" value="\(action)">
        <input type="hidden" name="\(Field.code)" value="\(other.code)">
        <button class="button quiet">\(label)<span class="visually-hidden"> : \(other.code)</span></button>
        </form>
        """
    }
}
