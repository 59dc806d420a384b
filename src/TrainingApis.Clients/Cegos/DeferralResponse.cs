using TrainingApis.Cegos;
using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;

namespace TrainingApis.Clients.Cegos;

/// <summary>What the deferrals answer.</summary>
internal static class DeferralResponse
{
    /// <summary>The answer to the request for a move: its transaction. A null one is the vendor's no; they give no reason.</summary>
    public static string ReadTransaction(ApiResponse answer)
    {
        var members = answer.Decode(JsonMembers.Read);
        if (JsonMembers.Text(members, "transactionId") is { } transaction)
        {
            return transaction;
        }

        if (RegistrationResponse.Of(members) is { IsError: true } verdict)
        {
            throw answer.Rejected(verdict.Code, verdict.Reason);
        }

        throw members.ContainsKey("transactionId") ? answer.Rejected(null, null) : answer.Unexpected("it has no \"transactionId\"");
    }

    /// <summary>How far a move is. One that ended badly throws, with the vendor's reason.</summary>
    public static Deferral Read(ApiResponse answer, string transactionId)
    {
        var members = answer.Decode(JsonMembers.Read);
        var verdict = JsonMembers.Of(members.GetValueOrDefault("response")) is { } response ? RegistrationResponse.Of(response) : null;
        var deferral = new Deferral
        {
            TransactionId = transactionId,
            StatusRaw = JsonMembers.Text(members, "status") ?? throw answer.Unexpected("it has no \"status\""),
            RegistrationNumber = verdict?.Id,
            Message = verdict?.Reason,
        };
        if (deferral.Status == DeferralStatus.Error || (deferral.HasEnded && verdict is { IsError: true }))
        {
            throw answer.Rejected(verdict?.Code, JsonMembers.Text(members, "error") ?? verdict?.Reason);
        }

        if (deferral is { Status: DeferralStatus.Processed, RegistrationNumber: null })
        {
            throw answer.Unexpected("it is processed, but has no \"id\" of the new registration");
        }

        return deferral;
    }
}
