namespace TrainingApis.Conferences;

/// <summary>Represents the form of a conference.</summary>
public sealed class ConferenceForm : NestedObject
{
    /// <summary>Gets or sets the about the person; last name, first name, e-mail and phone are always there.</summary>
    public ItemList<FormItem> ContactFields { get; set; } = ItemList<FormItem>.Empty;

    /// <summary>Gets or sets the about anything else, in groups.</summary>
    public ItemList<ItemList<FormItem>> AdditionalFields { get; set; } = ItemList<ItemList<FormItem>>.Empty;

    /// <summary>What is asked, in one line.</summary>
    public override string ToString() =>
        string.Join("; ", ContactFields.Concat(AdditionalFields.SelectMany(group => group)).Select(item => item.Title ?? item.Id));
}
