using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Conferences;

namespace TrainingApis.Cmdlets.Conferences;

/// <summary>Base class of commands that change a registration that exists.</summary>
public abstract class RegistrationChangeCmdlet : ChangeCmdlet<IConferenceApi, Registration>, IAcceptsInputObject
{
    /// <summary>Gets or sets a registration, which gives its ids and nothing else.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ParameterSets.Object)]
    [InputType(typeof(Registration))]
    public PSObject? InputObject { get; set; }

    /// <summary>Gets or sets the conference.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(ConferenceIdCompleter))]
    [Id]
    public string? ConferenceId { get; set; }

    /// <summary>Gets or sets the session.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(ConferenceSessionIdCompleter))]
    [Id]
    public string? SessionId { get; set; }

    /// <summary>Gets or sets the registration.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Id]
    public string? RegistrationId { get; set; }
}

/// <summary>Reads registrations again where the response to the change is not there, or held nothing.</summary>
internal static class RegistrationReplay
{
    /// <summary>The registration as it is now, for a change that an earlier run has made.</summary>
    public static async Task<Registration> ReadAsync(IConferenceClient client, string conference, string session, string registration,
        CancellationToken cancellation)
    {
        var found = await client.GetRegistrationAsync(conference, session, registration, null, cancellation).ConfigureAwait(false);
        found.FromJournal = true;
        return found;
    }

    /// <summary>Changes it; where the response was 204 and the result is wanted, it is read. A read that fails does not undo the change:
    /// the
    /// ids come out.</summary>
    public static async Task<Registration> UpdateAsync(
        IConferenceClient client, RegistrationChange request, bool writesResult, CancellationToken cancellation)
    {
        var (conference, session, registration) = (request.ConferenceId, request.SessionId, request.RegistrationId);
        var changed = await client.UpdateRegistrationAsync(request, cancellation).ConfigureAwait(false);
        if (!writesResult || changed.StatusRaw is not null || changed.Seats is not null || changed.Client is not null)
        {
            return changed;
        }

        try
        {
            return await client.GetRegistrationAsync(conference, session, registration, null, cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (error is ApiException or OperationCanceledException)
        {
            return changed;
        }
    }
}
