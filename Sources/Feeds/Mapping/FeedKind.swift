/// Formats and partners we know, each with its mapping: a start that agents may change.
public enum FeedKind: String, Sendable, Hashable, CaseIterable {
    case rss
    case atom
    case jsonFeed = "json-feed"
    case indeed
    case jooble
    case helloWork = "hellowork"
    case meteojob
    case talentView = "talentview"
    case apec
    case laPoste = "la-poste"
    case jobPosting = "job-posting"
    case csv

    /// How the bytes are read.
    public var format: FeedFormat {
        switch self {
        case .jsonFeed: .json
        case .jobPosting: .jobPosting
        case .csv: .csv
        default: .xml
        }
    }

    public var mapping: FeedMapping {
        do { return try FeedMapping(parsing: Self.texts[self] ?? "") } catch {
            preconditionFailure("\(rawValue): \(error.message)")
        }
    }

    /// Read in the feeds themselves or in the documentation of their formats; names of partners' fields as La bonne alternance's
    /// test data has them.
    private static let texts: [FeedKind: String] = [
        .rss: """
        offres = rss/channel/item
        identifiant = guid | link
        titre = title
        description = content:encoded | description
        adresse = link | guid
        employeur = dc:publisher
        publiee = pubDate | dc:date
        coordonnees = georss:point
        etiquettes = category
        """,
        .atom: """
        offres = feed/entry
        identifiant = id | link@href
        titre = title
        description = content | summary
        adresse = link@href
        employeur = author/name | source/title
        publiee = published | updated
        modifiee = updated
        coordonnees = georss:point
        etiquettes = category@term
        """,
        .jsonFeed: """
        offres = items
        identifiant = id | url
        titre = title
        description = content_html | content_text | summary
        adresse = url | external_url
        employeur = _emploi/employeur | authors/name | author/name
        publiee = date_published
        modifiee = date_modified
        etiquettes = tags + summary
        rome = _emploi/rome
        commune_insee = _emploi/commune_insee
        code_postal = _emploi/code_postal
        ville = _emploi/commune
        contrat = _emploi/contrat
        heures = _emploi/heures
        salaire_min = _emploi/salaire_min
        salaire_max = _emploi/salaire_max
        salaire_periode = _emploi/salaire_periode
        limite = _emploi/date_limite
        siret = _emploi/siret
        """,
        .indeed: """
        offres = source/job
        identifiant = referencenumber | requisitionid
        titre = title
        description = description
        adresse = url
        courriel = email
        employeur = company
        ville = city
        code_postal = postalcode
        region = state
        pays = country
        contrat = jobtype
        temps = jobtype
        salaire = salary
        experience = experience
        formation = education
        publiee = date
        limite = expirationdate
        teletravail = remotetype
        """,
        .jooble: """
        offres = jobs/job
        identifiant = guid | referencenumber | @id
        titre = title | name
        description = description
        adresse = url | link
        employeur = company
        ville = region/city | region
        region = region/state
        pays = region/country
        contrat = jobtype
        temps = jobtype
        salaire = salary
        salaire_min = salary/min
        salaire_max = salary/max
        salaire_periode = salary/rate
        publiee = pubdate | date_updated
        modifiee = date_updated | updated
        limite = date_expired | expire
        """,
        .helloWork: """
        offres = root/job
        identifiant = guid | job_id
        titre = title
        description = description + profile + benefits
        adresse = url
        courriel = apply_mail
        employeur = company_title
        siret = siret
        naf = naf_code
        rome = code_rome
        ville = city
        code_postal = postal_code
        departement = department
        pays = country
        coordonnees = geoloc
        contrat = contract
        duree = contract_period_value
        duree_unite = contract_period_unit
        temps = job_time
        salaire = salary
        salaire_min = salary_details/salary_min
        salaire_max = salary_details/salary_max
        salaire_periode = salary_details/period
        experience = experience
        formation = education
        teletravail = remote
        publiee = publication_date
        modifiee = updated_date
        """,
        .meteojob: """
        offres = source/job
        identifiant = @id | @reference
        titre = title
        description = description + profile
        adresse = url | link
        employeur = company/name | company
        ville = workplace/locations/location@label
        latitude = workplace/locations/location@lat
        longitude = workplace/locations/location@lng
        contrat = contract/types/type@code
        duree = contract/length@value
        duree_unite = contract/length@unit
        temps = workSchedule/types/type@code
        salaire_min = benefits/salary@lowEnd
        salaire_max = benefits/salary@highEnd
        salaire_periode = benefits/salary@period
        publiee = publicationDate
        modifiee = lastModificationDate
        """,
        .talentView: """
        offres = source/jobs/job
        identifiant = id
        titre = name | title
        description = html_description | description
        adresse = url
        employeur = company/name
        ville = address/city
        code_postal = address/postal_code
        latitude = address/latitude
        longitude = address/longitude
        contrat = job_type
        temps = working_time
        duree = contract_duration
        teletravail = remote_level
        publiee = published_at | created_at | date
        modifiee = updated_at
        """,
        .apec: """
        offres = Export_offres/Offre_emploi
        identifiant = Reference_apec
        titre = Intitule
        description = Texte_offre
        adresse = Url_offre | Url
        employeur = Entreprise/Nom | Nom_entreprise
        naf = Secteur_activite/NAF_secteur
        commune_insee = Lieu/COG_lieu
        ville = Lieu/Libelle_lieu
        contrat = Contrat/Type_contrat
        duree = Contrat/Duree_contrat
        salaire = Salaire_affiche
        postes = Nombre_postes
        publiee = Date_parution
        """,
        .laPoste: """
        offres = offres/offre
        identifiant = reference
        titre = intitule-du-poste
        description = description-du-poste + profil | description | mission + profil
        adresse = url | lien
        employeur = "La Poste"
        ville = localite
        contrat = type-de-contrat
        salaire = remuneration-brute-annuelle
        salaire_periode = "annuel"
        teletravail = teletravail
        publiee = date-de-mise-a-jour
        """,
        .jobPosting: """
        identifiant = identifier/value | identifier | url | @id
        titre = title
        description = description + responsibilities + qualifications
        adresse = url
        employeur = hiringOrganization/name | hiringOrganization
        ville = jobLocation/address/addressLocality | jobLocation/name
        code_postal = jobLocation/address/postalCode
        departement = jobLocation/address/addressRegion
        pays = jobLocation/address/addressCountry/name | jobLocation/address/addressCountry
        latitude = jobLocation/geo/latitude | jobLocation/latitude
        longitude = jobLocation/geo/longitude | jobLocation/longitude
        contrat = employmentType
        temps = employmentType
        heures = workHours
        rome = occupationalCategory/codeValue | occupationalCategory
        salaire_min = baseSalary/value/minValue | baseSalary/value/value | baseSalary/minValue | baseSalary/value | baseSalary
        salaire_max = baseSalary/value/maxValue | baseSalary/maxValue
        salaire_periode = baseSalary/value/unitText | baseSalary/unitText
        postes = totalJobOpenings
        teletravail = jobLocationType
        publiee = datePosted
        modifiee = dateModified
        limite = validThrough
        """,
        .csv: """
        identifiant = identifiant | id | reference
        titre = titre | intitule | title
        description = description | texte
        adresse = redirection | url | lien
        employeur = entreprise | employeur | company
        ville = ville | commune | city
        code_postal = code postal | code_postal | postal_code
        region = région | region
        contrat = contrat | type de contrat | type_contrat | contract
        temps = temps | temps de travail
        salaire = salaire | salary
        publiee = date | date_publication | publication_date
        limite = date_limite
        """,
    ]
}
