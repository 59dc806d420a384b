using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;
using TrainingApis.Resamania;

namespace TrainingApis.Clients.Resamania;

/// <summary>What the transfers answer: a signature request.</summary>
internal static class TransferResponse
{
    private static readonly string[] Known = ["@context", "@id", "@type", "id", "resultTargetId"];

    /// <summary>The answer to the request for one: its identity.</summary>
    public static Transfer Read(ApiResponse answer)
    {
        var members = answer.Decode(JsonMembers.Read);
        var iri = JsonMembers.Text(members, "@id") ?? throw answer.Unexpected("there is no \"@id\" in it");
        return Describe(members, iri, TransferStatus.Requested);
    }

    /// <summary>The answer to a transition: the same request, and where it was confirmed the contact in the new club.</summary>
    public static Transfer ReadTransition(ApiResponse answer, string iri, TransferStatus status) =>
        Describe(answer.Decode(JsonMembers.Read), iri, status);

    private static Transfer Describe(IReadOnlyDictionary<string, object?> members, string iri, TransferStatus status)
    {
        var transfer = new Transfer { TransferId = iri, Status = status, ResultContactId = JsonMembers.Text(members, "resultTargetId") };
        foreach (var (name, value) in members)
        {
            if (!Known.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                transfer.AdditionalProperties[name] = System.Text.Encoding.UTF8.GetString(JsonTree.Write(value));
            }
        }
        return transfer;
    }
}
