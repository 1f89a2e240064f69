print("emploi")
