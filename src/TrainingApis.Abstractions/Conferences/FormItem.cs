namespace TrainingApis.Conferences;

/// <summary>
/// Represents a question of a form, or the response to it: one value in <see cref="Value"/>, or, where there is a choice (<c>radio</c>,
/// <c>checkbox</c>, <c>select</c>), those in <see cref="Values"/>. Types and bindings are open lists, so they are text.
/// </summary>
public sealed class FormItem : NestedObject
{
    /// <summary>Gets or sets its id.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets what it is: <c>radio</c>, <c>checkbox</c>, <c>select</c>, <c>crm-address</c>, <c>crm-name</c>, and
    /// others.</summary>
    public string? Type { get; set; }

    /// <summary>Gets or sets the question.</summary>
    public string? Title { get; set; }

    /// <summary>The field of the client that it fills: <c>crm-last-name</c>, <c>crm-first-name</c>, <c>crm-email</c>, <c>crm-phone</c>, and
    /// others.</summary>
    public string? Bind { get; set; }

    /// <summary>Gets or sets the group of that field.</summary>
    public string? BindGroup { get; set; }

    /// <summary>Gets or sets your own id for it.</summary>
    public string? ExternalId { get; set; }

    /// <summary>Gets or sets a help text.</summary>
    public string? Help { get; set; }

    /// <summary>Gets or sets what stands in the field before anything is typed.</summary>
    public string? Placeholder { get; set; }

    /// <summary>Gets or sets whether a response is needed.</summary>
    public bool? Mandatory { get; set; }

    /// <summary>Gets or sets whether it is shown.</summary>
    public bool? Visible { get; set; }

    /// <summary>Gets or sets whether another value than those offered can be given; where there is a choice.</summary>
    public bool? OtherValue { get; set; }

    /// <summary>Gets or sets whether the values are in categories; of a <c>select</c>.</summary>
    public bool? Category { get; set; }

    /// <summary>Gets or sets whether more than one value can be chosen; of a <c>select</c>.</summary>
    public bool? Multiple { get; set; }

    /// <summary>Gets or sets the one value.</summary>
    public string? Value { get; set; }

    /// <summary>Gets or sets the values to choose from, or those that were chosen.</summary>
    public ItemList<FormValue> Values { get; set; } = ItemList<FormValue>.Empty;

    /// <summary>Gets or sets what the value must look like.</summary>
    public FormValueFormat? ValueFormat { get; set; }

    /// <summary>Gets or sets the value of a date; only read, never sent.</summary>
    public ZonedDateTime? ZonedDateTime { get; set; }

    /// <summary>Gets or sets the items within this one: the parts of a name or of an address.</summary>
    public ItemList<FormItem> SubItem { get; set; } = ItemList<FormItem>.Empty;

    /// <summary>Gets the title and the value: <c>Meal: Vegetarian</c>.</summary>
    public override string ToString() => (Title ?? Id, Answer) switch
    {
        (null or "", { } text) => text,
        ({ } question, "") => question,
        ({ } question, { } text) => $"{question}: {text}",
    };

    private string Answer => !string.IsNullOrEmpty(Value) ? Value
        : ZonedDateTime is { } date ? date.ToString()
        : Values.Count > 0 ? string.Join(", ", Values)
        : string.Join(", ", SubItem.Select(item => item.Answer).Where(text => text.Length > 0));
}

/// <summary>Represents the form of a conference.</summary>
public sealed class ConferenceForm : NestedObject
{
    /// <summary>Gets or sets the questions about the person; last name, first name, e-mail and phone are always there.</summary>
    public ItemList<FormItem> ContactFields { get; set; } = ItemList<FormItem>.Empty;

    /// <summary>Gets or sets all other questions, in groups.</summary>
    public ItemList<ItemList<FormItem>> AdditionalFields { get; set; } = ItemList<ItemList<FormItem>>.Empty;

    /// <summary>What is asked, in one line.</summary>
    public override string ToString() =>
        string.Join("; ", ContactFields.Concat(AdditionalFields.SelectMany(group => group)).Select(item => item.Title ?? item.Id));
}

/// <summary>Represents one of the values of a choice; of a grouped choice, a group with values of its own.</summary>
public sealed class FormValue : NestedObject
{
    /// <summary>Gets or sets its id.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets what is shown.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets what it stands for.</summary>
    public string? Value { get; set; }

    /// <summary>Gets or sets the values of this group; empty where there are no groups.</summary>
    public ItemList<FormValue> Values { get; set; } = ItemList<FormValue>.Empty;

    /// <summary>What is shown; of a group with its values: <c>Menu (Fish, Meat)</c>.</summary>
    public override string ToString()
    {
        var text = Name ?? Value ?? Id ?? string.Empty;
        return Values.Count == 0 ? text : $"{text} ({string.Join(", ", Values)})".TrimStart();
    }
}

/// <summary>Represents the format of the value of a form item.</summary>
public sealed class FormValueFormat : NestedObject
{
    /// <summary>Gets or sets the most characters.</summary>
    public decimal? MaxLength { get; set; }

    /// <summary>Gets or sets the fewest characters.</summary>
    public decimal? MinLength { get; set; }

    /// <summary>Gets or sets what kind of pattern <see cref="RegexValue"/> is.</summary>
    public string? RegexType { get; set; }

    /// <summary>Gets or sets a pattern that it must match.</summary>
    public string? RegexValue { get; set; }

    /// <summary>Gets or sets a format by name; the list is open.</summary>
    public string? ValueFormat { get; set; }

    /// <summary>The format's name, or its pattern.</summary>
    public override string ToString() => ValueFormat ?? RegexValue ?? string.Empty;
}
