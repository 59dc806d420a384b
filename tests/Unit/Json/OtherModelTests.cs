using TrainingApis.Clients.Conferences;
using TrainingApis.Clients.Json;
using TrainingApis.Clients.Loop;
using TrainingApis.Conferences;
using TrainingApis.Loop;
using Xunit;

namespace TrainingApis.Tests.Unit.Json;

/// <summary>Tests reading the models of Loop and of the conferences.</summary>
public class OtherModelTests
{
    private static Session Session(string member) =>
        ModelTests.ReadItem<Session>("{" + member + ",\"webLink\":\"after\"}", ConferenceJsonContext.CreateModelJson());

    [Theory]
    [InlineData("""{"dateTime":"2026-01-15T10:00:00","timeZone":"Europe/Paris"}""", "2026-01-15T10:00:00", "Europe/Paris")]
    [InlineData("""{"TimeZone":"Europe/Paris","DateTime":"2026-01-15T10:00:00"}""", "2026-01-15T10:00:00", "Europe/Paris")]
    [InlineData("""{"dateTime":"2026-01-15T10:00:00","more":{"dateTime":"2001-01-01T00:00:00"}}""", "2026-01-15T10:00:00", null)]
    [InlineData("""{"dateTime":null,"timeZone":"Europe/Paris"}""", null, "Europe/Paris")]
    [InlineData("""[{"dateTime":"2026-01-15T10:00:00"},{"dateTime":"2027-01-15T10:00:00"}]""", "2026-01-15T10:00:00", null)]
    [InlineData("\"2026-01-15T10:00:00\"", "2026-01-15T10:00:00", null)]
    public void Reads_a_time_with_its_zone(string json, string? time, string? zone)
    {
        var start = Session("\"start\":" + json).Start!;

        Assert.Equal((time, zone), (start.DateTimeRaw, start.TimeZone));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"dateTime":null,"timeZone":null}""")]
    public void A_time_without_date_and_zone_is_null(string json)
    {
        var session = Session("\"start\":" + json);

        Assert.Null(session.Start);
        Assert.Equal("after", session.WebLink);
    }

    [Fact]
    public void Skips_null_rows_of_a_form()
    {
        var form = ModelTests.ReadItem<Conference>("""{"form":{"additionalFields":[null,[{"id":"1"}],null]}}""",
            ConferenceJsonContext.CreateModelJson()).Form!;

        Assert.Equal("1", Assert.Single(Assert.Single(form.AdditionalFields)).Id);
    }

    [Fact]
    public void Reads_the_French_JSON_names_of_a_client_file()
    {
        var folder = ModelTests.ReadItem<Folder>(
            """{"codeIbs":"MANON001","nom":"Martin","prenom":"Manon","nomUsuel":"Roux","raisonSociale":"Manon SARL","maitreDossier":"Léa","maitreDossierId":"42","autre":1}""",
            LoopJsonContext.CreateModelJson());

        Assert.Equal(
            ("MANON001", "Martin", "Manon", "Roux", "Manon SARL", "Léa", "42"),
            (folder.CodeDossier, folder.LastName, folder.FirstName, folder.UsualName, folder.CompanyName, folder.Owner, folder.OwnerId));
        Assert.Equal("autre", Assert.Single(folder.AdditionalProperties).Key);
    }
}
