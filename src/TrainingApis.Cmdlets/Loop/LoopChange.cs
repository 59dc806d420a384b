using TrainingApis.Cmdlets.Changes;
using TrainingApis.Loop;

namespace TrainingApis.Cmdlets.Loop;

/// <summary>Provides what the changes of contacts share.</summary>
internal static class LoopChange
{
    /// <summary>Creates a change of one contact of one client file.</summary>
    public static Change<ClientResult> Of(
        Operation operation,
        string step,
        string email,
        string code,
        object request,
        Func<CancellationToken, Task<ClientResult>> send) =>
        Change.Of(operation, request, step, send, result => result.ContactObjectId, (reference, _) => Task.FromResult(
            new ClientResult { Email = email, CodeDossier = code, ContactObjectId = reference, FromJournal = true }));
}
