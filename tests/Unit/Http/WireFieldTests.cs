using System.Text;
using TrainingApis.Clients.Http;
using Xunit;

namespace TrainingApis.Tests.Unit.Http;

/// <summary>The fields of a change, in a body or in the query.</summary>
public class WireFieldTests
{
    private static readonly WireFields Fields = new WireFields()
        .Add("text", "é&\"").Add("none", (string?)null).Add("yes", true).Add("no", false).Add("unsaid", (bool?)null).Add("number", 1234567)
            .Add("unset", (int?)null).Add("empty", "");

    [Fact]
    public void In_a_body_each_is_of_its_own_type() =>
        Assert.Equal("""{"text":"é&\"","yes":true,"no":false,"number":1234567,"empty":""}""",
            Encoding.UTF8.GetString(Fields.ToJson().Span));

    [Fact]
    public void In_the_query_all_are_text() =>
        Assert.Equal(["text=é&\"", "yes=true", "no=false", "number=1234567", "empty="],
            Fields.ToQuery().Select(field => $"{field.Key}={field.Value}"));
}
