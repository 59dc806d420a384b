using System.Reflection;
using System.Text.RegularExpressions;

namespace TrainingApis;

/// <summary>Specifies whether an operation changes something at the vendor.</summary>
internal enum OperationKind
{
    /// <summary>It reads only, so it can be sent any number of times.</summary>
    Read,

    /// <summary>It changes something: it is sent again only when the vendor cannot have acted on it.</summary>
    Change,
}

/// <summary>
/// Represents one operation of one API: its name, HTTP method, path and kind. Each vendor has one table of them, which clients, logs,
/// errors, <c>-Route</c> and the journal share.
/// </summary>
/// <param name="service">The API.</param>
/// <param name="name">The name, unique among the changes of an API, such as <c>GetProduct</c>.</param>
/// <param name="kind">Whether it reads or changes.</param>
/// <param name="route">Method and path: <c>POST v1/Leads</c>, path parameters by wire name in braces; <c> body</c> after the path of a read
/// whose fields travel in the body.</param>
/// <param name="subject">What it does, in words, with members of the request by wire name: <c>cancel registration {id}</c>. In
/// <c>{email|companyName}</c> the first that is given counts.</param>
/// <param name="scope">Which host and token of the API, where it has several.</param>
/// <param name="routeName">The name under which <c>-Route</c> can change method and path; null where it cannot.</param>
/// <param name="under">The operation whose path this one continues, also where <c>-Route</c> changed that.</param>
internal sealed class Operation(ApiService service, string name, OperationKind kind, string route, string subject, string? scope = null,
    string? routeName = null, Operation? under = null)
{
    private static readonly Regex Placeholder = new(@"\{([\w.|]+)\}", RegexOptions.CultureInvariant);
    private readonly string[] _route = route.Split(' ');

    public ApiService Service => service;

    public string Name => name;

    public OperationKind Kind => kind;

    public string Subject => subject;

    public string? Scope => scope;

    public string? RouteName => routeName;

    /// <summary>Gets the HTTP method of the default route.</summary>
    public string Method => _route[0];

    /// <summary>Gets the path of the default route, with its parameters by wire name: <c>v1/Products/{yearlyProductCode}</c>.</summary>
    public string PathTemplate => _route[1];

    /// <summary>Gets whether the fields of the default route travel in the body; otherwise in the query.</summary>
    public bool HasBody => kind == OperationKind.Change || _route.Length > 2;

    /// <summary>Gets the route name that this operation's path depends on: its own, or that of the operation it continues.</summary>
    public string? BaseRouteName => routeName ?? under?.RouteName;

    /// <summary>Gets the operations of a table, in their order.</summary>
    public static IReadOnlyList<Operation> AllOf(Type table) => table.GetFields(BindingFlags.Public | BindingFlags.Static)
        .OrderBy(field => field.MetadataToken).Select(field => field.GetValue(null)).OfType<Operation>().ToArray();

    /// <summary>Gets the path where <c>-Route</c> may have changed it.</summary>
    /// <param name="basePath">The path of the route <see cref="BaseRouteName"/>.</param>
    public string GetPath(string basePath) => under is null ? basePath : basePath + PathTemplate[under.PathTemplate.Length..];

    /// <summary>Gets what a request asks for, in words: <c>register trainee CON-105 for session SES-1</c>.</summary>
    /// <param name="members">The members of the request.</param>
    public string Describe(IReadOnlyList<RequestMember> members) => Placeholder.Replace(Subject, placeholder =>
        placeholder.Groups[1].Value.Split('|').FirstOrDefault(name => RequestMembers.Find(members, name) is not null)
            is { } given ? Show(RequestMembers.Find(members, given)!, isEmail: given == "email") : "(none)");

    /// <summary>Creates an error that begins with what a request asks for.</summary>
    /// <param name="kind">What it means.</param>
    /// <param name="members">The members of the request.</param>
    /// <param name="what">What is wrong.</param>
    public ApiException CreateError(ApiErrorKind kind, IReadOnlyList<RequestMember> members, string what) =>
        new(kind, $"Cannot {Describe(members)}: {what}") { Api = Service, Operation = Name };

    public override string ToString() => Name;

    private static string Show(object value, bool isEmail)
    {
        const int longest = 80;
        var text = OneLine.Of(value is ResourceId resource ? resource.Id : value.ToString() ?? string.Empty);
        text = text.Length > 0 && (isEmail || text.Contains('@')) ? EmailMask.Apply(text) : text;
        return text.Length == 0 ? "(empty)" : text.Length <= longest ? text : text[..longest] + "…";
    }
}

/// <summary>Shows enough of an e-mail address to tell rows apart, and no more: <c>j…@example.com</c>.</summary>
internal static class EmailMask
{
    public static string Apply(string address)
    {
        var at = address.LastIndexOf('@');
        return at > 0 ? $"{address[0]}…{address[at..]}" : "…";
    }
}
