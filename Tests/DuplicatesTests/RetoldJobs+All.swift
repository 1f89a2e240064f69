import Recruitment

extension RetoldJobs {
    static let all: [Job] = [
        Job(
            commune: "03190", employer: "Clinique des Tilleuls", contract: .permanent,
            title: "Aide-soignant / Aide-soignante en gériatrie",
            text: """
                La Clinique des Tilleuls, 120 lits, renforce son équipe de gériatrie. Vous aidez les patients à se lever, se laver et prendre leurs \
                repas, vous surveillez leur état et transmettez vos observations à l'infirmière. Vous participez aux réunions du service chaque \
                mardi. Diplôme d'État d'aide-soignant exigé. Travail en journée, un week-end sur trois, 13e mois et crèche d'entreprise.
                """,
            otherTitle: "Aide-soignant / Aide-soignante",
            otherText: """
                Dans l'équipe de gériatrie d'une clinique de 120 lits, vous aidez les patients à se lever, se laver et prendre leurs repas. Vous \
                surveillez leur état et transmettez vos observations à l'infirmière. Profil : diplôme d'État d'aide-soignant obligatoire. Conditions : \
                un week-end sur trois, 13e mois.
                """, hourly: 1_350),
        Job(
            commune: "03310", employer: "Brasserie du Parc des Sources", contract: .seasonal,
            title: "Serveur / Serveuse",
            text: """
                Notre brasserie de 80 couverts cherche pour la saison une personne souriante au service en salle et en terrasse. Mise en place, prise \
                des commandes sur tablette, service à l'assiette, encaissement, nettoyage de la salle. Deux jours de repos de suite, coupure courte, \
                pourboires partagés. Une première saison suffit, nous formons à la carte et aux vins d'Auvergne.
                """,
            otherTitle: "Serveur / Serveuse en restauration",
            otherText: """
                Vous travaillez dans une brasserie de 80 couverts. Vos tâches : mise en place, prise des commandes sur tablette, service à l'assiette \
                en salle et en terrasse, encaissement, nettoyage de la salle. Vous avez déjà fait une première saison. Deux jours de repos de suite.
                """, hourly: 1_230),
        Job(
            commune: "03185", employer: "Mécanique Générale du Cher", contract: .permanent,
            title: "Fraiseur / Fraiseuse à commande numérique",
            text: """
                Sous-traitant de l'aéronautique depuis 1974, notre atelier usine des pièces en titane et en inox. Vous réglez et conduisez un centre \
                cinq axes, choisissez les outils, contrôlez les cotes au micron et tenez la fiche de suivi. Vous proposez des améliorations des \
                gammes. Lecture de plan et langage Heidenhain connus, trois ans de pratique. Équipes du matin, prime de panier, mutuelle à 80 %.
                """,
            otherTitle: "Opérateur régleur / Opératrice régleuse sur machine à commande numérique",
            otherText: """
                Entreprise d'usinage de pièces en titane et en inox pour l'aéronautique. Votre mission : régler et conduire un centre cinq axes, \
                choisir les outils, contrôler les cotes au micron et tenir la fiche de suivi. Vous connaissez la lecture de plan et le langage \
                Heidenhain. Expérience de trois ans demandée. Horaires du matin.
                """, hourly: 1_480),
        Job(
            commune: "03310", employer: "Cabinet Rousselot Expertise", contract: .permanent,
            title: "Collaborateur / Collaboratrice comptable",
            text: """
                Cabinet de douze personnes au centre de Vichy, nous suivons des artisans, des commerçants et des professions libérales. Vous tenez \
                un portefeuille de quarante dossiers de la saisie au bilan, préparez les liasses fiscales et les déclarations de TVA, conseillez les \
                clients au téléphone. DCG ou BTS avec deux ans en cabinet. Télétravail deux jours par semaine, horaires libres hors période fiscale.
                """,
            otherTitle: "Assistant / Assistante comptable",
            otherText: """
                Au sein d'un cabinet de douze personnes, vous tenez un portefeuille de quarante dossiers de la saisie au bilan, vous préparez les \
                liasses fiscales et les déclarations de TVA et conseillez les clients au téléphone. Clientèle d'artisans, de commerçants et de \
                professions libérales. BTS ou DCG, deux ans en cabinet exigés.
                """, hourly: 1_600),
        Job(
            commune: "03095", employer: "Transports Bardet et fils", contract: .permanent,
            title: "Conducteur / Conductrice de poids lourd régional",
            text: """
                Transporteur familial, 25 camions, nous livrons les grandes surfaces de la région. Vous chargez de nuit à la plateforme ? Non : départ \
                à 5 h, retour en début d'après-midi, découché jamais. Vous assurez trois à cinq livraisons, contrôlez les bons, entretenez votre \
                porteur attitré. Permis C, FIMO et carte conducteur à jour. Véhicules de moins de trois ans, frais au réel, prime trimestrielle.
                """,
            otherTitle: "Conducteur livreur / Conductrice livreuse poids lourd",
            otherText: """
                Pour une entreprise familiale de 25 camions qui livre les grandes surfaces de la région : vous assurez trois à cinq livraisons, \
                contrôlez les bons et entretenez votre porteur attitré. Départ à 5 h, retour en début d'après-midi, pas de découché. Vous avez le permis \
                C, la FIMO et la carte conducteur à jour. Frais au réel, prime trimestrielle.
                """, hourly: 1_310),
        Job(
            commune: "03190", employer: "Mairie de Saint-Ambroise-sur-Allier", contract: .fixedTerm,
            title: "Agent / Agente des espaces verts",
            text: """
                La commune recrute au service technique. Vous tondez, taillez les haies et les rosiers, plantez les massifs de saison, désherbez sans \
                produit chimique, arrosez et ramassez les feuilles. L'hiver, vous participez au salage et aux petits travaux de bâtiment. Permis B \
                demandé, CAPA jardinier apprécié. Temps complet annualisé, contrat de droit public, prestations du CNAS, prime de fin d'année.
                """,
            otherTitle: "Jardinier / Jardinière des espaces verts",
            otherText: """
                Au service technique d'une commune, vous tondez, taillez les haies et les rosiers, plantez les massifs de saison, désherbez sans \
                produit chimique et arrosez. En hiver : salage et petits travaux de bâtiment. Permis B demandé, CAPA jardinier apprécié. Contrat de \
                droit public, temps complet annualisé.
                """, hourly: 1_205),
        Job(
            commune: "03310", employer: "Hôtel Thermal Célestine", contract: .permanent,
            title: "Réceptionniste",
            text: """
                Hôtel de soixante chambres près des thermes. À l'accueil, vous recevez les curistes, tenez le planning sous Mews, répondez aux avis, \
                encaissez et préparez les départs. Vous renseignez sur les soins et les promenades. Anglais courant, une deuxième langue est un plus. \
                Deux dimanches par mois, repas et tenue fournis, logement possible les premiers mois.
                """,
            otherTitle: "Réceptionniste en hôtellerie",
            otherText: """
                Vous recevez les curistes d'un hôtel de soixante chambres, tenez le planning sous Mews, répondez aux avis, encaissez et préparez les \
                départs. Vous parlez couramment anglais ; une deuxième langue est un plus. Avantages : repas et tenue fournis, logement possible \
                les premiers mois. Travail deux dimanches par mois.
                """, hourly: 1_260),
        Job(
            commune: "03185", employer: "Association Les Volets Bleus", contract: .permanent,
            title: "Éducateur spécialisé / Éducatrice spécialisée",
            text: """
                Notre foyer accueille dix-huit adolescents confiés par l'aide sociale à l'enfance. Vous accompagnez le quotidien d'un groupe de six, \
                écrivez les projets personnalisés, rencontrez les familles, l'école et le juge. Supervision mensuelle, équipe stable. DEES exigé, \
                permis B. Convention de 1966, internat avec une nuit par semaine, congés trimestriels.
                """,
            otherTitle: "Éducateur / Éducatrice spécialisé(e)",
            otherText: """
                Foyer pour dix-huit adolescents confiés par l'aide sociale à l'enfance : vous accompagnez le quotidien d'un groupe de six, écrivez les \
                projets personnalisés et rencontrez les familles, l'école et le juge. DEES et permis B exigés. Convention collective de 1966, une \
                nuit par semaine en internat.
                """, hourly: 1_420),
        Job(
            commune: "03264", employer: "Caves du Saint-Pourcinois", contract: .fixedTerm,
            title: "Caviste vendeur / Caviste vendeuse",
            text: """
                La coopérative ouvre son caveau toute l'année. Vous faites déguster nos vins aux visiteurs, conseillez, encaissez, préparez les \
                commandes des restaurateurs et tenez le rayon. Vous guidez deux visites de chais par semaine, en français et en anglais. Goût du \
                vin et de la vente, un diplôme n'est pas demandé : notre œnologue vous forme pendant un mois. Samedis travaillés.
                """,
            otherTitle: "Vendeur / Vendeuse en vins et spiritueux",
            otherText: """
                Dans le caveau d'une coopérative viticole, vous faites déguster les vins aux visiteurs, conseillez, encaissez, préparez les commandes \
                des restaurateurs et tenez le rayon. Vous guidez deux visites de chais par semaine en français et en anglais. Formation d'un mois \
                par l'œnologue. Travail le samedi.
                """, hourly: 1_215),
        Job(
            commune: "03185", employer: "Toitures Gaumin", contract: .permanent,
            title: "Couvreur-zingueur / Couvreuse-zingueuse",
            text: """
                Entreprise de neuf compagnons, nous restaurons des toits anciens en tuile plate et en ardoise. Vous posez, réparez et façonnez le zinc \
                sur place, montez l'échafaudage et travaillez par équipes de deux. Chantiers à trente kilomètres au plus, véhicule au dépôt. CAP de \
                couvreur ou trois ans de métier. Semaine de quatre jours, paniers, intempéries payées.
                """,
            otherTitle: "Couvreur / Couvreuse zinc",
            otherText: """
                Restauration de toits anciens en tuile plate et en ardoise. Par équipes de deux, vous posez, réparez et façonnez le zinc sur place et \
                montez l'échafaudage. Chantiers à trente kilomètres au plus. Il faut un CAP de couvreur ou trois ans de métier. Semaine de quatre \
                jours, paniers.
                """, hourly: 1_390),
        Job(
            commune: "03254", employer: "Boulangerie Au Four d'Antan", contract: .apprenticeship,
            title: "Apprenti boulanger / Apprentie boulangère",
            text: """
                Artisan récompensé en 2024, je transmets mon métier à une personne motivée. Vous apprendrez le levain, les pains de tradition, la \
                viennoiserie pur beurre et la conduite du four à sole. Cours au CFA de Montluçon une semaine sur trois. Repos dimanche et lundi. Aide \
                au permis et au logement. Aucun diplôme demandé, l'envie et la ponctualité suffisent.
                """,
            otherTitle: "Boulanger / Boulangère en apprentissage",
            otherText: """
                Artisan récompensé en 2024. Pendant votre apprentissage, vous apprendrez le levain, les pains de tradition, la viennoiserie pur \
                beurre et la conduite du four à sole. Une semaine sur trois au CFA de Montluçon. Repos dimanche et lundi. Aucun diplôme demandé.
                """, hourly: 1_205),
        Job(
            commune: "03310", employer: "Numérique Arverne", contract: .permanent,
            title: "Développeur / Développeuse web",
            text: """
                Nous éditons un logiciel de gestion pour les stations thermales. Vous concevez et développez de nouvelles fonctions en TypeScript et \
                PostgreSQL, relisez le code des autres, écrivez les tests et participez aux mises en production du jeudi. Télétravail trois jours \
                sur cinq, ordinateur au choix, budget de formation de 2 000 euros par an. Deux ans d'expérience, diplôme indifférent.
                """,
            otherTitle: "Développeur / Développeuse informatique",
            otherText: """
                Éditeur d'un logiciel de gestion pour les stations thermales. Vous développez de nouvelles fonctions en TypeScript et PostgreSQL, \
                relisez le code, écrivez les tests et participez aux mises en production du jeudi. Trois jours de télétravail sur cinq. Deux ans \
                d'expérience demandés, diplôme indifférent.
                """, hourly: 1_900),
    ]
}
