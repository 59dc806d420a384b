namespace TrainingApis.Sandbox.Loop;

/// <summary>The service's sentences, with the straight apostrophe. Those of offers and the first four are the documents', to the letter.</summary>
internal static class LoopTexts
{
    public const string EmailTaken = "L'e-mail de cet interlocuteur est déjà associé à un autre interlocuteur";
    public const string NotInvited = "Pour proposer un service à un interlocuteur vous devez d'abord l'inviter sur votre tenant";
    public const string UnknownContact = "L'interlocuteur n'existe pas";
    public const string AlreadyAssigned = "L'application est déjà affectée à l'interlocuteur.";
    public const string ClientAdded = "L'interlocuteur a été ajouté.";
    public const string ClientUpdated = "L'interlocuteur a été mis à jour.";
    public const string ApplicationRemoved = "L'application a été retirée à l'interlocuteur.";
    public const string NoKey = "L'en-tête x-apikey est obligatoire.";
    public const string WrongKey = "La clé d'API ou son secret est invalide.";
    public const string StandardKey = "Cette route nécessite une clé d'API de type avancé.";
    public const string OtherKey = "Le champ apiKey ne correspond pas à la clé de l'en-tête x-apikey.";
    public const string OtherDomain = "Le domaine n'est pas associé à cette clé d'API.";
    public const string NotJson = "Le type de contenu doit être application/json.";
    public const string NotAnObject = "Le corps de la requête doit être un objet JSON.";

    public static string OfferAdded(string offer, string code) => $"L'offre {offer} a été ajoutée au dossier client {code}";

    public static string OfferRemoved(string offer, string code) => $"L'offre {offer} a été retirée du dossier client {code}";

    public static string Provisioned(string code) => $"Le dossier client {code} est opérationnel";

    public static string AlreadyProvisioned(string code) => $"Le dossier client {code} est déjà opérationnel";

    public static string UnknownFolder(string code) => $"Le dossier client {code} n'existe pas";
}
