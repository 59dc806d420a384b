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

/// <summary>Each model is read from its own members' names, so that none is forgotten when a model grows.</summary>
public class EveryMemberTests
{
    // What the client sets itself, whatever a response holds.
    private static readonly string[] Ours = ["FromJournal"];

    [Fact]
    public void Of_Cegos()
    {
        var model = CegosJsonContext.CreateModelJson();
        Check<Catalog>(model);
        Check<CatalogTopic>(model);
        Check<Product>(model);
        Check<CourseSession>(model);
        Check<Center>(model);
    }

    [Fact]
    public void Of_the_conferences()
    {
        var model = ConferenceJsonContext.CreateModelJson();
        Check<Conference>(model, ("ConferenceId", "id"));
        Check<ConferenceSession>(model, ("SessionId", "id"), ("ConferenceId", null));
        Check<Registration>(model, ("RegistrationId", "id"), ("ConferenceId", null), ("SessionId", null));
    }

    [Fact]
    public void Of_Loop() => Check<Folder>(
        LoopJsonContext.CreateModelJson(), ("CodeDossier", "codeIbs"), ("LastName", "nom"), ("FirstName", "prenom"),
            ("UsualName", "nomUsuel"), ("CompanyName", "raisonSociale"), ("Owner", "maitreDossier"), ("OwnerId", "maitreDossierId"));

    [Fact]
    public void Of_Resamania()
    {
        var model = ResamaniaJsonContext.CreateModelJson();
        Check<Contact>(model, ("Iri", "@id"));
        Check<Club>(model, ("Iri", "@id"));
        Check<Source>(model, ("Iri", "@id"));
    }

    [Fact]
    public void No_response_sets_what_the_journal_sets()
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

    /// <summary>Reads "1" into every member, those of inner models included; each has a value then, and none is unknown.</summary>
    private static void Check<T>(ModelJson model, params (string Name, string? Wire)[] names) where T : class =>
        Expect(Read<T>(model, Json(typeof(T), [], names)), [], names);

    private static string Json(Type type, Type[] outer, (string Name, string? Wire)[] names)
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
            $"\"{member.Wire}\":{Json(member.Property.PropertyType, [.. outer, type], names)}")) + "}";
    }

    private static void Expect(object model, Type[] outer, (string Name, string? Wire)[] names)
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

        foreach (var (property, wire) in Members(type, names))
        {
            var value = property.GetValue(model);
            if (value is System.Collections.IList list)
            {
                value = list.Count == 1 ? list[0] : null;
            }

            Assert.True(value is not null and not 0, $"{type.Name}.{property.Name} was not read from {wire}");
            if (IsModel(value!.GetType()))
            {
                Expect(value, [.. outer, type], names);
            }
        }
    }

    private static bool IsModel(Type type) => type.IsClass && type.Assembly == typeof(Product).Assembly && type != typeof(ZonedDateTime)
        && !type.IsGenericType;

    private static IEnumerable<(PropertyInfo Property, string Wire)> Members(Type type, (string Name, string? Wire)[] names)
    {
        foreach (var property in type.GetProperties())
        {
            if (property.SetMethod is not { IsPublic: true } || property.PropertyType == typeof(AdditionalProperties)
                || Ours.Contains(property.Name))
            {
                continue;
            }

            var name = property.Name.EndsWith("Raw", StringComparison.Ordinal) ? property.Name[..^3] : property.Name;
            var own = Array.FindIndex(names, given => given.Name == name);
            if (own < 0)
            {
                yield return (property, JsonNamingPolicy.CamelCase.ConvertName(name));
            }
            else if (names[own].Wire is { } wire)
            {
                yield return (property, wire);
            }
        }
    }
}
