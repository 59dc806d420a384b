using System.Reflection;
using System.Text;
using System.Text.Json;
using TrainingApis.Cegos;
using TrainingApis.Clients.Cegos;
using TrainingApis.Clients.Conferences;
using TrainingApis.Clients.Json;
using TrainingApis.Clients.Loop;
using TrainingApis.Clients.Resamania;
using TrainingApis.Conferences;
using TrainingApis.Loop;
using TrainingApis.Resamania;
using Xunit;
using ConferenceSession = TrainingApis.Conferences.Session;
using CourseSession = TrainingApis.Cegos.Session;

namespace TrainingApis.Tests.Unit.Json;

/// <summary>Tests that every member of a model is read, including members added later.</summary>
public class EveryMemberTests
{
    // Members that the client sets, not the response.
    private static readonly string[] SetByClient = ["FromJournal"];

    [Fact]
    public void Reads_all_members_of_Cegos_models()
    {
        var model = CegosJsonContext.CreateModelJson();
        Check<Catalog>(model);
        Check<CatalogTopic>(model);
        Check<Product>(model);
        Check<CourseSession>(model);
        Check<Center>(model);
    }

    [Fact]
    public void Reads_all_members_of_conference_models()
    {
        var model = ConferenceJsonContext.CreateModelJson();
        Check<Conference>(model, ("ConferenceId", "id"));
        Check<ConferenceSession>(model, ("SessionId", "id"), ("ConferenceId", null));
        Check<Registration>(model, ("RegistrationId", "id"), ("ConferenceId", null), ("SessionId", null));
    }

    [Fact]
    public void Reads_all_members_of_Loop_models() => Check<Folder>(
        LoopJsonContext.CreateModelJson(), ("CodeDossier", "codeIbs"), ("LastName", "nom"), ("FirstName", "prenom"),
            ("UsualName", "nomUsuel"), ("CompanyName", "raisonSociale"), ("Owner", "maitreDossier"), ("OwnerId", "maitreDossierId"));

    [Fact]
    public void Reads_all_members_of_Resamania_models()
    {
        var model = ResamaniaJsonContext.CreateModelJson();
        Check<Contact>(model, ("Iri", "@id"));
        Check<Club>(model, ("Iri", "@id"));
        Check<Source>(model, ("Iri", "@id"));
    }

    [Fact]
    public void A_response_cannot_set_FromJournal()
    {
        var contact = Read<Contact>(ResamaniaJsonContext.CreateModelJson(), """{"@id":"/c/1","fromJournal":true}""");

        Assert.False(contact.FromJournal);
        Assert.Equal("true", contact.AdditionalProperties["fromJournal"]);
    }

    private static T Read<T>(ModelJson model, string json) where T : class
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return model.Read<T>(ref reader)!;
    }

    /// <summary>Reads "1" into every member, also of nested models, and checks that each has a value and none is unknown.</summary>
    private static void Check<T>(ModelJson model, params (string Name, string? JsonName)[] names) where T : class =>
        Expect(Read<T>(model, Json(typeof(T), [], names)), [], names);

    private static string Json(Type type, Type[] outer, (string Name, string? JsonName)[] names)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ItemList<>))
        {
            return $"[{Json(type.GenericTypeArguments[0], outer, names)}]";
        }

        if (type == typeof(DateTime?) || type == typeof(ZonedDateTime))
        {
            return "\"2026-01-15T10:00:00\"";
        }

        if (!IsModel(type))
        {
            return "\"1\"";
        }

        var members = outer.Contains(type) ? [] : Members(type, names);
        return "{" + string.Join(",", members.Select(member =>
            $"\"{member.JsonName}\":{Json(member.Property.PropertyType, [.. outer, type], names)}")) + "}";
    }

    private static void Expect(object model, Type[] outer, (string Name, string? JsonName)[] names)
    {
        var type = model.GetType();
        if (outer.Contains(type))
        {
            return;
        }

        if (type.GetProperty(nameof(AdditionalProperties))?.GetValue(model) is AdditionalProperties others)
        {
            Assert.Empty(others);
        }

        foreach (var (property, jsonName) in Members(type, names))
        {
            var value = property.GetValue(model);
            if (value is System.Collections.IList list)
            {
                value = list.Count == 1 ? list[0] : null;
            }

            Assert.True(value is not null and not 0, $"{type.Name}.{property.Name} was not read from '{jsonName}'");
            if (IsModel(value!.GetType()))
            {
                Expect(value, [.. outer, type], names);
            }
        }
    }

    private static bool IsModel(Type type) => type.IsClass && type.Assembly == typeof(Product).Assembly && type != typeof(ZonedDateTime)
        && !type.IsGenericType;

    private static IEnumerable<(PropertyInfo Property, string JsonName)> Members(Type type, (string Name, string? JsonName)[] names)
    {
        foreach (var property in type.GetProperties())
        {
            if (property.SetMethod is not { IsPublic: true } || property.PropertyType == typeof(AdditionalProperties)
                || SetByClient.Contains(property.Name))
            {
                continue;
            }

            var name = property.Name.EndsWith("Raw", StringComparison.Ordinal) ? property.Name[..^3] : property.Name;
            var own = Array.FindIndex(names, given => given.Name == name);
            if (own < 0)
            {
                yield return (property, JsonNamingPolicy.CamelCase.ConvertName(name));
            }
            else if (names[own].JsonName is { } jsonName)
            {
                yield return (property, jsonName);
            }
        }
    }
}
