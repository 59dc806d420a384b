using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;

namespace TrainingApis.Clients.Cegos;

/// <summary>What the registrations answer: <c>code</c>, <c>reason</c> and, where something was made, <c>id</c>.</summary>
internal sealed class RegistrationResponse
{
    private RegistrationResponse(IReadOnlyDictionary<string, object?> members)
    {
        Code = JsonMembers.Text(members, "code");
        Reason = JsonMembers.Text(members, "reason");
        Id = JsonMembers.Text(members, "id");
    }

    public string? Code { get; }

    public string? Reason { get; }

    public string? Id { get; }

    /// <summary>Compared in any case; a code that is not documented is no refusal.</summary>
    public bool IsError => "ERROR".Equals(Code, StringComparison.OrdinalIgnoreCase);

    public bool IsSuccess => "SUCCESS".Equals(Code, StringComparison.OrdinalIgnoreCase);

    public static RegistrationResponse Of(IReadOnlyDictionary<string, object?> members) => new(members);

    /// <summary>The answer to a change: a refusal throws, and so does an answer that does not say that it happened.</summary>
    public static RegistrationResponse ReadChange(ApiResponse answer, bool needsId)
    {
        var verdict = answer.Decode(json => new RegistrationResponse(JsonMembers.Read(json)));
        if (verdict.IsError)
        {
            throw answer.Rejected(verdict.Code, verdict.Reason);
        }

        if (needsId ? verdict.Id is null : !verdict.IsSuccess)
        {
            throw answer.Unexpected(needsId ? "it has no \"id\"" : "it has no \"code\" that says so");
        }

        return verdict;
    }
}
