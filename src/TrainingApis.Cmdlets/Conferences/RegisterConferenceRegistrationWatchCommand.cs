using System.Collections;
using System.Globalization;
using System.Net;
using System.Security;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Conferences;

namespace TrainingApis.Cmdlets.Conferences;

/// <summary>Creates watches: the vendor calls an address whenever a registration for a session changes.</summary>
[Cmdlet(VerbsLifecycle.Register, "ConferenceRegistrationWatch", SupportsShouldProcess = true,
    DefaultParameterSetName = ParameterSets.Fields)]
[OutputType(typeof(Watch))]
public sealed class RegisterConferenceRegistrationWatchCommand : ChangeCmdlet<IConferenceApi, Watch>
{
    /// <summary>Gets or sets the session to watch; 0 for all.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(ConferenceSessionIdCompleter))]
    [Id]
    public string? SessionId { get; set; }

    /// <summary>Gets or sets the address to call, without credentials in it.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Alias("Uri")]
    [TextField]
    public string? Address { get; set; }

    /// <summary>Gets or sets the watch's name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? Name { get; set; }

    /// <summary>Gets or sets the method to call the address with.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? Method { get; set; }

    /// <summary>Gets or sets whether it delivers at once.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [EnumField(typeof(WatchStatus))]
    public WatchStatus? Status { get; set; }

    /// <summary>Gets or sets the user name and password to call the address with.</summary>
    [Parameter]
    [Credential]
    public PSCredential? BasicCredential { get; set; }

    /// <summary>Gets or sets the headers to call the address with; a value may be a SecureString.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Header { get; set; }

    /// <summary>Gets or sets what to deliver in place of the registration: a hashtable, an object or JSON text.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Schema { get; set; }

    /// <summary>Gets or sets how the vendor gets a token to call the address with; a value may be a SecureString.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? OAuth2 { get; set; }

    /// <summary>Gets or sets the ids of the keys that sign what is delivered.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? SigningKeyId { get; set; }

    /// <summary>Gets or sets whether what is delivered is signed; true where keys are given.</summary>
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

/// <summary>Turns a hashtable with text or SecureStrings into fields whose values are shown nowhere, in the order of their names.</summary>
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
