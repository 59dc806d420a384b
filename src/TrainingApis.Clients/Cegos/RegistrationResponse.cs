using TrainingApis.Cegos;
using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;

namespace TrainingApis.Clients.Cegos;

/// <summary>Represents a response of the registration API: <c>code</c>, <c>reason</c> and, if something was created, <c>id</c>.</summary>
internal sealed class RegistrationResponse
{
    private RegistrationResponse(JsonObject json) => (Code, Reason, Id) = (json.Text("code"), json.Text("reason"), json.Text("id"));

    public string? Code { get; }

    public string? Reason { get; }

    public string? Id { get; }

    /// <summary>Gets whether the code means a refusal, in any letter case. An undocumented code does not.</summary>
    private bool IsError => "ERROR".Equals(Code, StringComparison.OrdinalIgnoreCase);

    private bool IsSuccess => "SUCCESS".Equals(Code, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the response to a change. A refusal throws, and so does a response that does not confirm the change.</summary>
    public static RegistrationResponse ReadChange(ApiResponse response, bool needsId)
    {
        var result = new RegistrationResponse(response.Decode(JsonObject.Read));
        if (result.IsError)
        {
            throw response.Rejected(result.Code, result.Reason);
        }

        return (needsId ? result.Id is not null : result.IsSuccess) ? result
            : throw response.Unexpected(needsId ? "it has no \"id\"" : "it has no \"code\" that says so");
    }

    /// <summary>Reads the transaction ID of a requested move. Null is a refusal, for which the vendor gives no reason.</summary>
    public static string ReadTransaction(ApiResponse response)
    {
        var json = response.Decode(JsonObject.Read);
        if (json.Text("transactionId") is { } transaction)
        {
            return transaction;
        }

        if (new RegistrationResponse(json) is { IsError: true } refusal)
        {
            throw response.Rejected(refusal.Code, refusal.Reason);
        }

        throw json.Members.ContainsKey("transactionId") ? response.Rejected(null, null)
            : response.Unexpected("it has no \"transactionId\"");
    }

    /// <summary>Reads the status of a move. A failed move throws, with the reason of the vendor.</summary>
    public static Deferral ReadDeferral(ApiResponse response, string transactionId)
    {
        var json = response.Decode(JsonObject.Read);
        var result = json.Object("response") is { } inner ? new RegistrationResponse(inner) : null;
        var error = json.Text("error");
        var deferral = new Deferral
        {
            TransactionId = transactionId,
            StatusRaw = json.Text("status") ?? throw response.Unexpected("it has no \"status\""),
            Code = result?.Code,
            RegistrationNumber = result?.Id,
            Message = result?.Reason is { } reason && error is not null ? $"{reason}; {error}" : result?.Reason ?? error,
        };
        if (deferral.Status == DeferralStatus.Error || (deferral.HasEnded && result is { IsError: true }))
        {
            throw response.Rejected(result?.Code, error ?? result?.Reason);
        }

        return deferral is { Status: DeferralStatus.Processed, RegistrationNumber: null }
            ? throw response.Unexpected("it is processed, but has no \"id\" of the new registration")
            : deferral;
    }
}
