using System.Collections;
using System.Globalization;
using System.Net;
using System.Security;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Conferences;

namespace TrainingApis.Cmdlets.Conferences;

/// <summary>Creates watches. Agendize calls the address of a watch each time a registration for a session changes.</summary>
[Cmdlet(VerbsLifecycle.Register, "ConferenceRegistrationWatch", SupportsShouldProcess = true,
    DefaultParameterSetName = ParameterSets.Fields)]
[OutputType(typeof(Watch))]
public sealed class RegisterConferenceRegistrationWatchCommand : ChangeCmdlet<IConferenceApi, Watch>
{
    /// <summary>Gets or sets the session to watch; 0 for all sessions.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(ConferenceSessionIdCompleter))]
    [Id]
    public string? SessionId { get; set; }

    /// <summary>Gets or sets the address to call, which must not contain credentials.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Alias("Uri")]
    [TextField]
    public string? Address { get; set; }

    /// <summary>Gets or sets the name of the watch.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? Name { get; set; }

    /// <summary>Gets or sets the HTTP method of the calls.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? Method { get; set; }

    /// <summary>Gets or sets whether the watch is active from the start.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [EnumField(typeof(WatchStatus))]
    public WatchStatus? Status { get; set; }

    /// <summary>Gets or sets the user name and the password of the calls.</summary>
    [Parameter]
    [Credential]
    public PSCredential? BasicCredential { get; set; }

    /// <summary>Gets or sets the headers of the calls. A value can be a SecureString.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Header { get; set; }

    /// <summary>Gets or sets the content of the calls instead of the registration: a hashtable, an object or JSON text.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Schema { get; set; }

    /// <summary>Gets or sets the settings with which Agendize gets a token for the calls. A value can be a SecureString.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? OAuth2 { get; set; }

    /// <summary>Gets or sets the IDs of the keys that sign the calls.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? SigningKeyId { get; set; }

    /// <summary>Gets or sets whether the calls are signed; true by default if keys are specified.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    [BooleanField]
    public bool? SignatureEnabled { get; set; }

    private protected override Change<Watch> Describe()
    {
        var watch = this.Fill(new NewWatch
        {
            BasicCredential = BasicCredential?.GetNetworkCredential(),
            Headers = SecretFields.From(Header, nameof(Header)),
            Schema = ObjectConverter.FromPowerShell(Schema),
            OAuth2 = SecretFields.From(OAuth2, nameof(OAuth2)),
            SigningKeyIds = SigningKeyId,
        });
        return Change.Of(ConferenceOperations.Watch, watch, "watch", Api.Client(Observer).WatchAsync,
            result => result.WatchId,
            reference => new Watch
            {
                WatchId = reference!,
                SessionId = watch.SessionId,
                Name = watch.Name,
                Address = watch.Address,
                Method = watch.Method?.ToUpperInvariant(),
                StatusRaw = watch.Status?.ToString().ToLowerInvariant(),
                Signed = watch.SigningKeyIds is null ? null : true,
                SigningKeyId = watch.SigningKeyIds is null ? ItemList<string>.Empty : new ItemList<string>([.. watch.SigningKeyIds]),
                FromJournal = true,
            });
    }
}

/// <summary>Converts a hashtable with text or SecureStrings to fields in the order of their names. The values are never shown.</summary>
internal static class SecretFields
{
    public static IReadOnlyList<SecretField>? From(IDictionary? map, string parameter) => map is null ? null : ObjectConverter.Entries(map)
        .Select(entry => new SecretField(entry.Key, Value(entry, parameter)))
        .OrderBy(field => field.Name, StringComparer.Ordinal)
        .ToArray();

    private static SecureString Value(KeyValuePair<string, object?> entry, string parameter)
    {
        var value = entry.Value is PSObject wrapped ? wrapped.BaseObject : entry.Value;
        return value switch
        {
            SecureString secret => secret,
            string or Uri or Enum or bool or IFormattable =>
                new NetworkCredential(string.Empty, Convert.ToString(value, CultureInfo.InvariantCulture)).SecurePassword,
            _ => throw new ApiException(ApiErrorKind.InvalidArgument,
                $"-{parameter}: the value of '{entry.Key}' is neither text nor a SecureString. Nothing was sent."),
        };
    }
}
