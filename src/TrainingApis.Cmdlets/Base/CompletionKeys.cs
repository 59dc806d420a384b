using System.Globalization;
using TrainingApis.Cegos;
using TrainingApis.Conferences;
using TrainingApis.Loop;
using TrainingApis.Resamania;
using Session = TrainingApis.Cegos.Session;

namespace TrainingApis.Cmdlets.Base;

/// <summary>Adds the ids of emitted objects to the cache that tab completion reads.</summary>
internal static class CompletionKeys
{
    public const string ProductCode = "Product";
    public const string SessionCode = "Session";
    public const string CatalogId = "Catalog";
    public const string RegistrationNumber = "Registration";
    public const string TransactionId = "Transaction";
    public const string CenterCode = "Center";
    public const string ConferenceId = "Conference";
    public const string ConferenceSessionId = "ConferenceSession";
    public const string FolderCode = "Folder";
    public const string ContactId = "Contact";
    public const string ClubId = "Club";
    public const string NetworkNodeId = "NetworkNode";
    public const string SourceId = "Source";

    public static void Add(CompletionCache seen, object item)
    {
        switch (item)
        {
            case Product product:
                seen.Add(ProductCode, product.YearlyProductCode, product.Title);
                break;
            case Session session:
                seen.Add(SessionCode, session.YearlySessionCode, $"{session.City} {session.StartDate:d}");
                break;
            case Catalog catalog:
                seen.Add(CatalogId, catalog.Id.ToString(CultureInfo.InvariantCulture), catalog.ToString());
                break;
            case CatalogTopic { CatalogId: { } catalogId }:
                seen.Add(CatalogId, catalogId.ToString(CultureInfo.InvariantCulture), null);
                break;
            case RegistrationResult registration:
                seen.Add(RegistrationNumber, registration.RegistrationNumber, registration.SessionId);
                break;
            case Deferral deferral:
                seen.Add(TransactionId, deferral.TransactionId, deferral.Status.ToString());
                seen.Add(RegistrationNumber, deferral.RegistrationNumber ?? deferral.OldRegistrationNumber, null);
                break;
            case Center center:
                seen.Add(CenterCode, center.Code, center.Name);
                break;
            case Conference conference:
                seen.Add(ConferenceId, conference.ConferenceId, conference.Title);
                break;
            case TrainingApis.Conferences.Session session:
                seen.Add(ConferenceSessionId, session.SessionId, session.Start?.ToString());
                break;
            case Folder folder:
                seen.Add(FolderCode, folder.CodeDossier, folder.CompanyName);
                break;
            case Contact contact:
                seen.Add(ContactId, contact.Id, contact.Number);
                break; // no name: a person's
            case Club club:
                seen.Add(ClubId, club.Id, club.Name);
                break;
            case NetworkNode node:
                seen.Add(NetworkNodeId, node.Id, node.Name);
                break;
            case Source source:
                seen.Add(SourceId, source.Id, source.Name);
                break;
        }
    }
}
