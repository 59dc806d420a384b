using System.Collections;
using System.Globalization;
using System.Management.Automation.Language;
using TrainingApis.Cegos;
using TrainingApis.Conferences;
using TrainingApis.Loop;
using TrainingApis.Resamania;
using ConferenceSession = TrainingApis.Conferences.Session;
using Session = TrainingApis.Cegos.Session;

namespace TrainingApis.Cmdlets.Base;

/// <summary>
/// Completes IDs that the connection has received. The cache stores them by the name of the completer. The completer sends no request and
/// does not throw.
/// </summary>
internal abstract class CachedIdCompleter(ApiService service) : IArgumentCompleter
{
    /// <summary>Adds the ID of an emitted object to the cache.</summary>
    public static void Remember(CompletionCache cache, object item)
    {
        (string Completer, string? Id, string? Label) known = item switch
        {
            Product product => (nameof(ProductCodeCompleter), product.YearlyProductCode, product.Title),
            Session session => (nameof(SessionCodeCompleter), session.YearlySessionCode, $"{session.City} {session.StartDate:d}"),
            Catalog catalog => (nameof(CatalogIdCompleter), Text(catalog.Id), catalog.ToString()),
            CatalogTopic topic => (nameof(CatalogIdCompleter), Text(topic.CatalogId), null),
            RegistrationResult result => (nameof(RegistrationNumberCompleter), result.RegistrationNumber, result.SessionId),
            Deferral deferral => (nameof(TransactionIdCompleter), deferral.TransactionId, deferral.Status.ToString()),
            Center center => (nameof(CenterCodeCompleter), center.Code, center.Name),
            Conference conference => (nameof(ConferenceIdCompleter), conference.ConferenceId, conference.Title),
            ConferenceSession session => (nameof(ConferenceSessionIdCompleter), session.SessionId, session.Start?.ToString()),
            Folder folder => (nameof(FolderCodeCompleter), folder.CodeDossier, folder.CompanyName),
            Contact contact => (nameof(ContactIdCompleter), contact.Id, contact.Number), // no name, because it is personal data
            Club club => (nameof(ClubIdCompleter), club.Id, club.Name),
            NetworkNode node => (nameof(NetworkNodeIdCompleter), node.Id, node.Name),
            Source source => (nameof(SourceIdCompleter), source.Id, source.Name),
            _ => default,
        };
        cache.Add(known.Completer, known.Id, known.Label);
        if (item is Deferral moved)
        {
            cache.Add(nameof(RegistrationNumberCompleter), moved.RegistrationNumber ?? moved.OldRegistrationNumber, null);
        }
    }

    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var meant = fakeBoundParameters["Connection"];
        var connection = (meant is PSObject wrapped ? wrapped.BaseObject : meant) switch
        {
            Connection given => given,
            string name => ConnectionTable.ForCurrentRunspace.Find(service, name),
            _ => ConnectionTable.ForCurrentRunspace.Current(service),
        };
        return connection is null ? [] : Completions.Matching(wordToComplete, connection.Seen.Get(GetType().Name));
    }

    private static string? Text(int? id) => id?.ToString(CultureInfo.InvariantCulture);
}

internal sealed class CatalogIdCompleter() : CachedIdCompleter(ApiService.Cegos);

internal sealed class CenterCodeCompleter() : CachedIdCompleter(ApiService.Cegos);

internal sealed class ProductCodeCompleter() : CachedIdCompleter(ApiService.Cegos);

internal sealed class RegistrationNumberCompleter() : CachedIdCompleter(ApiService.Cegos);

internal sealed class SessionCodeCompleter() : CachedIdCompleter(ApiService.Cegos);

internal sealed class TransactionIdCompleter() : CachedIdCompleter(ApiService.Cegos);

internal sealed class ConferenceIdCompleter() : CachedIdCompleter(ApiService.Conference);

internal sealed class ConferenceSessionIdCompleter() : CachedIdCompleter(ApiService.Conference);

internal sealed class FolderCodeCompleter() : CachedIdCompleter(ApiService.Loop);

internal sealed class ClubIdCompleter() : CachedIdCompleter(ApiService.Resamania);

internal sealed class ContactIdCompleter() : CachedIdCompleter(ApiService.Resamania);

internal sealed class NetworkNodeIdCompleter() : CachedIdCompleter(ApiService.Resamania);

internal sealed class SourceIdCompleter() : CachedIdCompleter(ApiService.Resamania);
