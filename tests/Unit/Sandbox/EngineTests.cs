using System.Text;
using TrainingApis.Sandbox.Server;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>Tests the parts of the sandbox that all vendors share.</summary>
public sealed class EngineTests
{
    private static readonly ObjectSchema Fields = new ObjectSchema()
        .Require("name", Schema.NotBlank)
        .Require("flag", Schema.Boolean)
        .Allow("count", Schema.Integer)
        .Allow("kind", Schema.OneOf("a", "b"))
        .Allow("size", Schema.TextNumber)
        .Allow("isLead", Schema.TextBoolean)
        .Allow("code", Schema.OneOf(0, 2))
        .Allow("note", Schema.Text.OrNull())
        .Allow("id", Schema.ReadOnly)
        .Allow("headers", Schema.MapOf(Schema.Text))
        .Allow("items", Schema.ArrayOf(new ObjectSchema().Require("id", Schema.Text)));

    [Theory]
    [InlineData("""{"name":"x","flag":true}""", "")]
    [InlineData("""{"name":"x","flag":true,"count":2,"kind":"b","size":"7.50","isLead":"true","code":2,"note":null}""", "")]
    [InlineData("""{"name":"x","flag":true,"headers":{"a":"b"},"items":[{"id":"1"}]}""", "")]
    [InlineData("""{"flag":true}""", "name Required")]
    [InlineData("""{"name":" ","flag":"true"}""", "name Required, flag Type")]
    [InlineData("""{"name":"x","flag":true,"other":1}""", "other Unknown")]
    [InlineData("""{"name":"x","flag":true,"flag":true}""", "flag Duplicate")]
    [InlineData("""{"name":"x","flag":true,"count":2.5}""", "count Type")]
    [InlineData("""{"name":"x","flag":true,"count":"2"}""", "count Type")]
    [InlineData("""{"name":"x","flag":true,"kind":"c"}""", "kind Value")]
    [InlineData("""{"name":"x","flag":true,"size":"7,5"}""", "size Value")]
    [InlineData("""{"name":"x","flag":true,"size":7.5}""", "size Type")]
    [InlineData("""{"name":"x","flag":true,"isLead":true}""", "isLead Type")]
    [InlineData("""{"name":"x","flag":true,"code":1}""", "code Value")]
    [InlineData("""{"name":"x","flag":true,"id":"1"}""", "id ReadOnly")]
    [InlineData("""{"name":"x","flag":true,"kind":null}""", "kind Type")]
    [InlineData("""{"name":"x","flag":true,"headers":{"a":1}}""", "headers.a Type")]
    [InlineData("""{"name":"x","flag":true,"items":[{"id":"1"},{"ID":"2"}]}""", "items[1].ID Unknown, items[1].id Required")]
    [InlineData("[]", " Type")]
    [InlineData("{", " Syntax")]
    [InlineData("""{"name":"\ud800","flag":true}""", " Syntax")]
    public void Validates_a_body_with_its_schema(string body, string errors) =>
        Assert.Equal(errors, Errors(() => Fields.Read(Request("POST", body: body))));

    [Theory]
    [InlineData("name=x&flag=true&count=2", "")]
    [InlineData("name=x&flag=true&count=two", "count Type")]
    [InlineData("name=x&flag=1", "flag Type")]
    [InlineData("name=x&flag=true&name=y&z=1", "name Duplicate, z Unknown")]
    [InlineData("NAME=x&flag=true", "NAME Unknown, name Required")]
    public void Validates_a_query_with_its_schema(string query, string errors) =>
        Assert.Equal(errors, Errors(() => Fields.Read(Request("POST", query), fromQuery: true)));

    [Fact]
    public void Checks_the_media_type_first() =>
        Assert.Equal(" MediaType", Errors(() => Fields.Read(Request("POST", body: "{", mediaType: "text/plain"))));

    [Theory]
    [InlineData("GET", "things/7", "Get 7")]
    [InlineData("GET", "things/special", "Special ")]
    [InlineData("DELETE", "things/7", "Delete 7")]
    [InlineData("PUT", "things/7", "405 GET,DELETE")]
    [InlineData("GET", "Things/7", "404 ")]
    [InlineData("GET", "things/", "404 ")]
    [InlineData("GET", "things", "404 ")]
    public void Finds_the_endpoint_of_a_path_and_method(string method, string path, string expected)
    {
        var router = new Router<string>(StringComparison.Ordinal)
        {
            { "Special", "GET things/special", "Special" },
            { "Get", "GET things/{id}", "Get" },
            { "Delete", "DELETE things/{id}", "Delete" },
        };
        var request = Request(method, path: path);
        var found = router.Find(request, out var allowed) is { } endpoint
            ? $"{endpoint.Handler} {request.Values.GetValueOrDefault("id")}"
            : $"{(allowed.Count == 0 ? 404 : 405)} {string.Join(',', allowed)}";
        Assert.Equal(expected, found);
    }

    [Fact]
    public void Serves_moved_operations_only_at_their_new_route()
    {
        var router = new Router<string>(StringComparison.Ordinal) { { "Get", "GET things/{id}", "Get" } };
        router.Move("get", "POST other/{id} query");
        Assert.Null(router.Find(Request("GET", path: "things/7"), out _));
        var moved = Request("POST", path: "other/7");
        Assert.NotNull(router.Find(moved, out _));
        Assert.True(moved.HasFieldsInQuery);
        Assert.Throws<ArgumentException>(() => router.Move("none", "GET x"));
        Assert.Throws<ArgumentException>(() => router.Move("Get", "GET"));
    }

    [Fact]
    public void Expires_revokes_and_rotates_tokens()
    {
        var tokens = new TokenStore<string>();
        var access = tokens.Issue("me");
        Assert.Equal("me", tokens.Find(access, out _));
        Assert.Null(tokens.Find("other", out var isExpired));
        Assert.False(isExpired);
        Assert.Null(tokens.Find(tokens.Issue("me", lifetime: TimeSpan.Zero), out isExpired));
        Assert.True(isExpired);
        tokens.ExpireAccessTokens();
        Assert.Null(tokens.Find(access, out isExpired));
        Assert.True(isExpired);

        var refresh = tokens.IssueRefresh("me");
        Assert.Null(tokens.Redeem(refresh, owner => owner == "you", once: true));
        Assert.Equal("me", tokens.Redeem(refresh, owner => owner == "me", once: false));
        Assert.Equal("me", tokens.Redeem(refresh, owner => owner == "me", once: true));
        Assert.Null(tokens.Redeem(refresh, owner => owner == "me", once: true));
    }

    [Theory]
    [InlineData(1, 0, 1, 0, 0)]
    [InlineData(0, 250, 1, 0, 3)]
    [InlineData(3, 250, 3, 200, 3)]
    [InlineData(int.MaxValue, 250, 3, 200, 3)]
    public void Corrects_page_numbers_out_of_range(int number, int total, int expected, int start, int pages)
    {
        var page = new Page(number, 100, total).Corrected();
        Assert.Equal((expected, start, pages), (page.Number, page.Start, page.TotalPages));
    }

    private static Request Request(
        string method, string query = "", string body = "", string mediaType = "application/json", string path = "x")
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = mediaType };
        return new(method, "/" + path, NameValues.Parse(query), headers, Encoding.UTF8.GetBytes(body));
    }

    private static string Errors(Action read)
    {
        try
        {
            read();
            return string.Empty;
        }
        catch (SchemaException failure)
        {
            return string.Join(", ", failure.Errors.Select(error => $"{error.Path} {error.Rule}"));
        }
    }
}
