using System.Reflection;
using System.Text.RegularExpressions;

namespace TrainingApis;

/// <summary>Specifies whether an operation changes data of the vendor.</summary>
internal enum OperationKind
{
    /// <summary>A read, which can be sent any number of times.</summary>
    Read,

    /// <summary>A change, which is sent again only if the vendor cannot have processed it.</summary>
    Change,
}

/// <summary>
/// Represents an operation of an API: its name, HTTP method, path and kind. Each API has one table of operations, for clients, logs,
/// errors, <c>-Route</c> and the journal.
/// </summary>
/// <param name="service">The API.</param>
/// <param name="name">The name, unique among the changes of an API, such as <c>GetProduct</c>. The name of a change is part of its journal
/// key and must never change, so it is not taken from a C# name.</param>
/// <param name="kind">The kind: a read or a change.</param>
/// <param name="route">The HTTP method and the path, such as <c>POST v1/Leads</c>, with the wire names of path parameters in braces. For a
/// read whose fields are sent in the body, <c> body</c> follows.</param>
/// <param name="subject">The description, with the wire names of request members in braces: <c>cancel registration {id}</c>. For
/// <c>{email|companyName}</c>, the first member with a value is used.</param>
/// <param name="scope">The name of the host and token, if the API has several.</param>
/// <param name="routeName">The name by which <c>-Route</c> can change the method and the path; null if it cannot change them.</param>
/// <param name="under">The operation whose path this operation extends, also if <c>-Route</c> changed that path.</param>
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

    /// <summary>
    /// Gets the path of the default route, with the wire names of its parameters: <c>v1/Products/{yearlyProductCode}</c>.
    /// </summary>
    public string PathTemplate => _route[1];

    /// <summary>Gets whether the fields of the default route are sent in the body; otherwise they are sent in the query.</summary>
    public bool HasBody => kind == OperationKind.Change || _route.Length > 2;

    /// <summary>
    /// Gets the name of the route that determines the path: that of this operation, or that of the operation whose path it extends.
    /// </summary>
    public string? BaseRouteName => routeName ?? under?.RouteName;

    /// <summary>Gets the operations of a table, in order of declaration.</summary>
    public static IReadOnlyList<Operation> AllOf(Type table) => table.GetFields(BindingFlags.Public | BindingFlags.Static)
        .OrderBy(field => field.MetadataToken).Select(field => field.GetValue(null)).OfType<Operation>().ToArray();

    /// <summary>Gets the path, including a change by <c>-Route</c>.</summary>
    /// <param name="basePath">The path of the route <see cref="BaseRouteName"/>.</param>
    public string GetPath(string basePath) => under is null ? basePath : basePath + PathTemplate[under.PathTemplate.Length..];

    /// <summary>Gets the description of a request: <c>register trainee CON-105 for session SES-1</c>.</summary>
    /// <param name="members">The members of the request.</param>
    public string Describe(IReadOnlyList<RequestMember> members) => Placeholder.Replace(Subject, placeholder =>
        placeholder.Groups[1].Value.Split('|').FirstOrDefault(name => RequestMembers.Find(members, name) is not null)
            is { } given ? Show(RequestMembers.Find(members, given)!, isEmail: given == "email") : "(none)");

    /// <summary>Creates an error whose message begins with the description of the request.</summary>
    /// <param name="kind">The kind of error.</param>
    /// <param name="members">The members of the request.</param>
    /// <param name="what">The description of the problem.</param>
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

/// <summary>Masks an e-mail address so that rows can still be distinguished: <c>j…@example.com</c>.</summary>
internal static class EmailMask
{
    public static string Apply(string address)
    {
        var at = address.LastIndexOf('@');
        return at > 0 ? $"{address[0]}…{address[at..]}" : "…";
    }
}
