import Recruitment
import Storage
import Web

/// Every path of the site, typed both ways: it matches a request and prints the link.
enum Paths {
    static let home = Path("/")
    static let offers = Path("/offres")
    static let offersFeed = Path("/offres.json")
    static let offer = Path("/offres/{code}", OfferCode.self)
    static let offerJSON = Path("/offres/{code}.json", OfferCode.self)
    static let howItWorks = Path("/comment-ca-marche")
    static let legalNotice = Path("/mentions-legales")
    static let accessibility = Path("/accessibilite")
    static let personalData = Path("/donnees-personnelles")
    static let robots = Path("/robots.txt")

    static let signIn = Path("/connexion")
    static let signInLink = Path("/connexion/lien")
    static let mailSent = Path("/connexion/courriel-envoye")
    static let oneTimePassword = Path("/connexion/code")
    static let generator = Path("/connexion/generateur")
    static let openID = Path("/connexion/openid")
    static let openIDReturn = Path("/connexion/openid/retour")
    static let signUp = Path("/inscription")
    static let confirm = Path("/confirmer")
    static let invitation = Path("/invitation")
    static let signOut = Path("/deconnexion")
    static let recruiterHome = Path("/espace")
    static let addEstablishment = Path("/espace/etablissements")
    static let postings = Path("/espace/offres")
    static let newPosting = Path("/espace/offres/nouvelle")
    static let postingCheck = Path("/espace/offres/verification")
    static let posting = Path("/espace/offres/{id}", PostingID.self)
    static let postingStep = Path("/espace/offres/{id}/{step}", PostingID.self, OfferForm.Step.self)
    static let agentHome = Path("/agent")
    static let agentPosting = Path("/agent/saisie")
    static let moderation = Path("/agent/moderation")
    static let agentOffers = Path("/agent/offres")
    static let agentOffersCSV = Path("/agent/offres.csv")
    static let searchedWords = Path("/agent/recherches")
    static let searchedWordsCSV = Path("/agent/recherches.csv")
    static let agentTasks = Path("/agent/taches")
    static let agents = Path("/agent/agents")
    static let agent = Path("/agent/agents/{id}", AccountID.self)
    static let employers = Path("/agent/employeurs")
    static let employersCSV = Path("/agent/employeurs.csv")
    static let employer = Path("/agent/employeurs/{siret}", SIRET.self)
    static let review = Path("/agent/offres/{code}", OfferCode.self)

    static let keys = Path("/agent/cles")
    static let webhooks = Path("/agent/abonnements")
    static let webhook = Path("/agent/abonnements/{id}", WebhookID.self)
    static let sources = Path("/agent/sources")
    static let newSource = Path("/agent/sources/nouvelle")
    static let source = Path("/agent/sources/{source}", SourceName.self)
    static let sourceForm = Path("/agent/sources/{source}/modifier", SourceName.self)
    static let sourceRejects = Path("/agent/sources/{source}/rejets.csv", SourceName.self)
    static let jobs = Path("/agent/offres/{code}/meme-offre", OfferCode.self)

    static let report = Path("/offres/{code}/signaler", OfferCode.self)
    static let reconfirm = Path("/offres/{code}/confirmer", OfferCode.self)
    static let apply = Path("/offres/{code}/postuler", OfferCode.self)
    static let applyByMail = Path("/offres/{code}/courriel", OfferCode.self)
    static let call = Path("/offres/{code}/appel", OfferCode.self)
    static let poster = Path("/offres/{code}/affiche", OfferCode.self)
    static let offerCode = Path("/code")
    static let account = Path("/compte")
    static let password = Path("/compte/mot-de-passe")
    static let changeGenerator = Path("/compte/generateur")
    static let endSession = Path("/compte/sessions")
    static let pendingEstablishments = Path("/agent/etablissements")

    /// Where someone begins after signing in.
    static func home(of account: Account) -> String {
        account.isAgent ? agentHome.link() : recruiterHome.link()
    }
}

/// The whole site on one page: what each path leads to, and who may go there.
enum Routes {
    static let all = pages + FeedForm.routes + Widget.routes + WidgetScript.routes + Sitemap.routes + API.routes

    private static let pages: [Route<Access, Endpoint>] = [
        .get(Paths.home, access: .everyone) { Endpoint { visit in try visit.home() } },
        .get(Paths.offers, access: .everyone) { Endpoint { visit in try visit.results() } },
        .get(Paths.offersFeed, access: .everyone) { Endpoint { visit in try visit.feed() } },
        .get(Paths.offer, access: .everyone) { code in Endpoint { visit in try visit.offer(code.id) } },
        .get(Paths.offerJSON, access: .everyone) { code in Endpoint { visit in try visit.offerJSON(code.id) } },
        .get(Paths.howItWorks, access: .everyone) { Endpoint { visit in visit.howItWorks() } },
        .get(Paths.legalNotice, access: .everyone) { Endpoint { visit in visit.legalNotice() } },
        .get(Paths.accessibility, access: .everyone) { Endpoint { visit in visit.accessibility() } },
        .get(Paths.personalData, access: .everyone) { Endpoint { visit in visit.personalData() } },
        .get(Paths.robots, access: .everyone) { Endpoint { visit in visit.robots() } },

        .get(Paths.signIn, access: .everyone) { Endpoint { visit in visit.signInPage() } },
        .post(Paths.signIn, access: .everyone) { Endpoint { visit in try visit.signInByPassword() } },
        .post(Paths.signInLink, access: .everyone) { Endpoint { visit in try visit.sendSignInLink() } },
        .get(Paths.mailSent, access: .everyone) { Endpoint { visit in visit.mailSent() } },
        .get(Paths.openID, access: .everyone) { Endpoint { visit in try visit.openIDStart() } },
        .get(Paths.openIDReturn, access: .everyone) { Endpoint { visit in try visit.openIDReturn() } },
        .get(Paths.signUp, access: .everyone) { Endpoint { visit in visit.signUpPage() } },
        .post(Paths.signUp, access: .everyone) { Endpoint { visit in try visit.signUp() } },
        .get(Paths.confirm, access: .everyone) { Endpoint { visit in try visit.confirmPage() } },
        .post(Paths.confirm, access: .everyone) { Endpoint { visit in try visit.confirm() } },
        .get(Paths.invitation, access: .everyone) { Endpoint { visit in try visit.invitationPage() } },
        .post(Paths.invitation, access: .everyone) { Endpoint { visit in try visit.acceptInvitation() } },
        .post(Paths.signOut, access: .everyone) { Endpoint { visit in try visit.signOut() } },
        .get(Paths.oneTimePassword, access: .halfway) { Endpoint { visit in try visit.oneTimePasswordPage() } },
        .post(Paths.oneTimePassword, access: .halfway) { Endpoint { visit in try visit.signInByOneTimePassword() } },
        .get(Paths.generator, access: .halfway) { Endpoint { visit in try visit.generatorPage() } },
        .post(Paths.generator, access: .halfway) { Endpoint { visit in try visit.setUpGenerator() } },

        .get(Paths.recruiterHome, access: .recruiter) { Endpoint { visit in try visit.recruiterHome() } },
        .post(Paths.addEstablishment, access: .recruiter) { Endpoint { visit in try visit.addEstablishment() } },
        .get(Paths.postings, access: .writer) { Endpoint { visit in try visit.postings() } },
        .get(Paths.newPosting, access: .writer) { Endpoint { visit in try visit.newPosting() } },
        .post(Paths.newPosting, access: .writer) { Endpoint { visit in try visit.addPosting() } },
        .post(Paths.postingCheck, access: .writer) { Endpoint { visit in try visit.checkPosting() } },
        .get(Paths.posting, access: .writer) { id in Endpoint { visit in try visit.posting(id) } },
        .post(Paths.posting, access: .writer) { id in Endpoint { visit in try visit.actOnPosting(id) } },
        .get(Paths.postingStep, access: .writer) { id, step in
            Endpoint { visit in try visit.postingStep(id, step) }
        },
        .post(Paths.postingStep, access: .writer) { id, step in
            Endpoint { visit in try visit.savePostingStep(id, step) }
        },

        .get(Paths.report, access: .everyone) { code in Endpoint { visit in try visit.reportPage(code.id) } },
        .post(Paths.report, access: .everyone) { code in Endpoint { visit in try visit.report(code.id) } },
        .get(Paths.reconfirm, access: .everyone) { code in Endpoint { visit in try visit.reconfirmationPage(code.id) }
        },
        .post(Paths.reconfirm, access: .everyone) { code in Endpoint { visit in try visit.reconfirm(code.id) } },
        .get(Paths.apply, access: .everyone) { code in Endpoint { visit in try visit.apply(code.id) } },
        .get(Paths.applyByMail, access: .everyone) { code in Endpoint { visit in .seeOther(Paths.offer.link(code)) } },
        .post(Paths.applyByMail, access: .everyone) { code in
            Endpoint(isSealed: false) { visit in try visit.applyByMail(code.id) }
        },
        .post(Paths.call, access: .everyone) { code in
            Endpoint(isSealed: false) { visit in try visit.noteCall(code.id) }
        },
        .get(Paths.poster, access: .everyone) { code in Endpoint { visit in try visit.poster(code.id) } },
        .get(Paths.offerCode, access: .everyone) { Endpoint { visit in try visit.offerCode() } },

        .get(Paths.agentPosting, access: .employersAgents) { Endpoint { visit in visit.agentPostingPage() } },
        .post(Paths.agentPosting, access: .employersAgents) { Endpoint { visit in try visit.beginAgentPosting() } },
        .get(Paths.moderation, access: .moderators) { Endpoint { visit in try visit.moderation() } },
        .get(Paths.agentOffers, access: .anyAgent) { Endpoint { visit in try visit.agentOffers() } },
        .post(Paths.agentOffers, access: .moderators) { Endpoint { visit in try visit.decideOnOffers() } },
        .get(Paths.agentOffersCSV, access: .anyAgent) { Endpoint { visit in try visit.agentOffersCSV() } },
        .get(Paths.searchedWords, access: .anyAgent) { Endpoint { visit in try visit.searchedWords() } },
        .get(Paths.searchedWordsCSV, access: .anyAgent) { Endpoint { visit in try visit.searchedWordsCSV() } },
        .get(Paths.agentTasks, access: .anyAgent) { Endpoint { visit in try visit.agentTasks() } },
        .post(Paths.agentTasks, access: .employersAgents) { Endpoint { visit in try visit.actOnTask() } },
        .get(Paths.employers, access: .anyAgent) { Endpoint { visit in try visit.employers() } },
        .get(Paths.employersCSV, access: .anyAgent) { Endpoint { visit in try visit.employersCSV() } },
        .get(Paths.employer, access: .anyAgent) { siret in Endpoint { visit in try visit.employer(siret) } },
        .post(Paths.employer, access: .moderators) { siret in Endpoint { visit in try visit.trustEmployer(siret) } },
        .get(Paths.review, access: .anyAgent) { code in Endpoint { visit in try visit.review(code.id) } },
        .post(Paths.review, access: .moderators) { code in Endpoint { visit in try visit.decide(code.id) } },
        .get(Paths.keys, access: .administrators) { Endpoint { visit in try visit.keys() } },
        .post(Paths.keys, access: .administrators) { Endpoint { visit in try visit.changeKeys() } },
        .get(Paths.webhooks, access: .administrators) { Endpoint { visit in try visit.agentWebhooks() } },
        .get(Paths.webhook, access: .administrators) { id in Endpoint { visit in try visit.agentWebhook(id) } },
        .post(Paths.webhook, access: .administrators) { id in Endpoint { visit in try visit.actOnWebhook(id) } },
        .get(Paths.sources, access: .anyAgent) { Endpoint { visit in try visit.sources() } },
        .get(Paths.newSource, access: .moderators) { Endpoint { visit in try visit.newSource() } },
        .post(Paths.newSource, access: .moderators) { Endpoint { visit in try visit.addSource() } },
        .get(Paths.source, access: .anyAgent) { name in Endpoint { visit in try visit.source(name) } },
        .post(Paths.source, access: .moderators) { name in Endpoint { visit in try visit.actOnSource(name) } },
        .get(Paths.sourceForm, access: .moderators) { name in Endpoint { visit in try visit.sourceForm(name) } },
        .post(Paths.sourceForm, access: .moderators) { name in Endpoint { visit in try visit.changeSource(name) } },
        .get(Paths.sourceRejects, access: .anyAgent) { name in Endpoint { visit in try visit.sourceRejects(name) } },
        .post(Paths.jobs, access: .moderators) { code in Endpoint { visit in try visit.judgeJobs(code.id) } },
        .get(Paths.account, access: .signedIn) { Endpoint { visit in try visit.accountPage() } },
        .post(Paths.password, access: .signedIn) { Endpoint { visit in try visit.changePassword() } },
        .get(Paths.changeGenerator, access: .anyAgent) { Endpoint { visit in try visit.changeGeneratorPage() } },
        .post(Paths.changeGenerator, access: .anyAgent) { Endpoint { visit in try visit.changeGenerator() } },
        .get(Paths.agents, access: .administrators) { Endpoint { visit in try visit.agents() } },
        .get(Paths.agent, access: .administrators) { id in Endpoint { visit in try visit.agent(id) } },
        .post(Paths.agent, access: .administrators) { id in Endpoint { visit in try visit.renewAgent(id) } },
        .post(Paths.endSession, access: .signedIn) { Endpoint { visit in try visit.endSession() } },
        .get(Paths.agentHome, access: .anyAgent) { Endpoint { visit in try visit.agentHome() } },
        .get(Paths.pendingEstablishments, access: .employersAgents) {
            Endpoint { visit in try visit.pendingEstablishments() }
        },
        .post(Paths.pendingEstablishments, access: .employersAgents) {
            Endpoint { visit in try visit.decideMembership() }
        },
    ]
}
