using System.Collections;
using TrainingApis.Cegos;
using TrainingApis.Cmdlets.Binding;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Converts pipeline input, live or deserialised by a job or CliXml, to products and sessions.</summary>
internal static class CatalogInput
{
    /// <summary>
    /// The properties that a nested object shows as text. Only this text remains if the object is below the depth of the serialisation.
    /// </summary>
    private static readonly string[] Shown = [nameof(Element.Label), nameof(ProductTitle.Text)];

    /// <summary>Gets the product or session; null for any other object.</summary>
    public static object? Convert(PSObject item) => item.BaseObject switch
    {
        Product or Session => item.BaseObject,
        _ when ModuleTypes.Is(item, [typeof(Product)]) => Restore(item, typeof(Product)),
        _ when ModuleTypes.Is(item, [typeof(Session)]) => Restore(item, typeof(Session)),
        _ => null,
    };

    private static object? Restore(object value, Type type) => type switch
    {
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(ItemList<>) => RestoreList(value, type),
        _ when type == typeof(AdditionalProperties) => RestoreAdditional(value),
        { IsClass: true } when type.Namespace == typeof(Product).Namespace => RestoreObject(value, type),
        _ => LanguagePrimitives.TryConvertTo(value, type, out var converted) ? converted : null,
    };

    private static object? RestoreObject(object value, Type type)
    {
        var result = Activator.CreateInstance(type)!;
        if (PSObject.AsPSObject(value) is { BaseObject: string text })
        {
            var shown = Array.Find(Shown, name => type.GetProperty(name) is not null);
            type.GetProperty(shown ?? string.Empty)?.SetValue(result, text);
            return shown is null ? null : result;
        }

        foreach (var property in type.GetProperties().Where(property => property.CanWrite))
        {
            if (PSObject.AsPSObject(value).Properties[property.Name]?.Value is { } member
                && Restore(member, property.PropertyType) is { } restored)
            {
                property.SetValue(result, restored);
            }
        }

        return result;
    }

    private static object RestoreList(object value, Type type)
    {
        var element = type.GetGenericArguments()[0];
        var items = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        foreach (var item in LanguagePrimitives.GetEnumerable(value) ?? new[] { value })
        {
            if (item is not null && Restore(item, element) is { } restored)
            {
                items.Add(restored);
            }
        }

        return Activator.CreateInstance(type, items)!;
    }

    private static AdditionalProperties RestoreAdditional(object value)
    {
        var result = new AdditionalProperties();
        foreach (DictionaryEntry entry in PSObject.AsPSObject(value).BaseObject as IDictionary ?? new Hashtable())
        {
            result[entry.Key.ToString()!] = entry.Value?.ToString();
        }

        return result;
    }
}
