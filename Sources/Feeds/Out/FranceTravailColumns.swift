extension FranceTravailDeposit {
    /// The columns, in the order partners give them.
    public static let columns = """
        Par_ref_offre Par_cle Par_nom Par_URL_offre Code_rome Code_OGR Libelle_metier_OGR Description
        Off_experience_duree_min Off_experience_duree_max Exp_cle Exp_libelle Dur_cle_experience Dur_libelle_experience
        Off_experience_commentaire Qua_cle Qua_libelle SCN_cle SCN_libelle
        Tfm_cle_1 Tfm_libelle_1 Dfm_cle_1 Dfm_libelle_1 Dfm_exi_cle_1 Dfm_exi_libelle_1
        Tfm_cle_2 Tfm_libelle_2 Dfm_cle_2 Dfm_libelle_2 Dfm_exi_cle_2 Dfm_exi_libelle_2
        Lan_cle_1 Lan_libelle_1 NVL_cle_1 NVL_libelle_1 Lan_exi_cle_1 Lan_exi_libelle_1
        Lan_cle_2 Lan_libelle_2 NVL_cle_2 NVL_libelle_2 Lan_exi_cle_2 Lan_exi_libelle_2
        TSA_cle TSA_libelle Off_salaire_min Off_salaire_max UMO_cle UMO_libelle Off_salaire_nb_mois
        Off_salaire_cpt_commentaire Off_travail_hebdo_nb_hh Off_travail_hebdo_nb_mi THO_cle THO_libelle Off_THO_commentaire
        NTC_cle NTC_libelle TCO_cle TCO_libelle Off_contrat_duree_MO Off_contrat_duree_JO
        Off_adr_id Off_adr_norme Off_adr_compl_1 Off_adr_compl_2 Off_adr_no_voie Off_adr_nom_voie
        CPO_cle COM_cle COM_libelle DEP_cle DEP_libelle REG_cle REG_libelle Pay_cle Pay_libelle CON_cle CON_libelle
        Coordonnee_geo_loc_1 Coordonnee_geo_loc_2
        PCO_cle_1 PCO_libelle_1 PCO_exi_cle_1 PCO_exi_libelle_1 PCO_cle_2 PCO_libelle_2 PCO_exi_cle_2 PCO_exi_libelle_2
        Off_date_creation Off_date_modification OST_poste_restant_nb Off_client_final_siret Off_client_final_nom
        Off_etab_enseigne Col_cle Col_nom Col_URL_offre Version Type_mouvement Date_debut_contrat Motif_suppression
        Description_entreprise Off_etab_siret Id_recruteur Civ_correspondant Nom_correspondant Prenom_correspondant
        Tel_correspondant Mail_correspondant Libelle_etab Num_voie_etab Type_voie_etab Lib_voie_etab Cplt_adresse_1
        Cplt_adresse_2 Code_postal_etab Code_commune_etab Service Mode_diffusion Rappel Mode_presentation Emploi_metier_isco
        """.split(whereSeparator: \.isWhitespace).map(String.init)
}
