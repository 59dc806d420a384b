using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Conferences;

namespace TrainingApis.Cmdlets.Conferences;

/// <summary>Provides the base class for commands that change an existing registration.</summary>
public abstract class RegistrationChangeCmdlet : ChangeCmdlet<IConferenceApi, Registration>, IAcceptsInputObject
{
    /// <summary>Gets or sets a registration, which only provides its IDs.</summary>
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

/// <summary>Reads registrations again if the response to the change is missing or was empty.</summary>
internal static class RegistrationReplay
{
    /// <summary>Gets the current registration, for a change that an earlier run made.</summary>
    public static async Task<Registration> ReadAsync(IConferenceClient client, string conference, string session, string registration,
        CancellationToken cancellation)
    {
        var found = await client.GetRegistrationAsync(conference, session, registration, null, cancellation).ConfigureAwait(false);
        found.FromJournal = true;
        return found;
    }

    /// <summary>
    /// Changes a registration. If the response was 204 and the result is needed, the registration is read. If the read fails, the change is
    /// still valid, and the result contains the IDs.
    /// </summary>
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
