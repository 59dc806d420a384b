using TrainingApis.Cmdlets.Changes;
using TrainingApis.Loop;

namespace TrainingApis.Cmdlets.Loop;

/// <summary>What the changes of contacts have in common.</summary>
internal static class LoopChange
{
    /// <summary>Empty text leaves a field as it is: whether the vendor would clear it is not documented.</summary>
    public static string? TextOf(string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>A change of one contact of one file, in one request.</summary>
    public static Change<ClientResult> Of(
        string action, string step, string email, string code, object fields, Func<CancellationToken, Task<ClientResult>> send) =>
            Change.Of(
            action, $"contact {EmailMask.Apply(email)}, file {code}", Change.FieldsOf(fields), step,
            send,
            result => result.ContactObjectId,
            (reference, _) => Task.FromResult(new ClientResult { Email = email, CodeDossier = code, ContactObjectId = reference,
                FromJournal = true }));
}
