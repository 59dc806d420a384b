namespace TrainingApis.Conferences;

/// <summary>
/// Represents a question of a form, or the response to it. A single value is in <see cref="Value"/>; the values of a choice (<c>radio</c>,
/// <c>checkbox</c>, <c>select</c>) are in <see cref="Values"/>. Types and bindings are text, because other values are possible.
/// </summary>
public sealed class FormItem : NestedObject
{
    /// <summary>Gets or sets the ID.</summary>
    public string? Id { get; set; }

    /// <summary>
    /// Gets or sets the type, such as <c>radio</c>, <c>checkbox</c>, <c>select</c>, <c>crm-address</c> or <c>crm-name</c>. Other values are
    /// possible.
    /// </summary>
    public string? Type { get; set; }

    /// <summary>Gets or sets the question.</summary>
    public string? Title { get; set; }

    /// <summary>
    /// Gets or sets the client field that the item fills, such as <c>crm-last-name</c>, <c>crm-first-name</c>, <c>crm-email</c> or
    /// <c>crm-phone</c>. Other values are possible.
    /// </summary>
    public string? Bind { get; set; }

    /// <summary>Gets or sets the group of the client field.</summary>
    public string? BindGroup { get; set; }

    /// <summary>Gets or sets the external ID, which is your own ID for the item.</summary>
    public string? ExternalId { get; set; }

    /// <summary>Gets or sets the help text.</summary>
    public string? Help { get; set; }

    /// <summary>Gets or sets the text that the empty field shows.</summary>
    public string? Placeholder { get; set; }

    /// <summary>Gets or sets whether a response is required.</summary>
    public bool? Mandatory { get; set; }

    /// <summary>Gets or sets whether the item is visible.</summary>
    public bool? Visible { get; set; }

    /// <summary>Gets or sets whether a value that is not in the list can be entered; only for a choice.</summary>
    public bool? OtherValue { get; set; }

    /// <summary>Gets or sets whether the values are in categories; only for a <c>select</c>.</summary>
    public bool? Category { get; set; }

    /// <summary>Gets or sets whether several values can be selected; only for a <c>select</c>.</summary>
    public bool? Multiple { get; set; }

    /// <summary>Gets or sets the single value.</summary>
    public string? Value { get; set; }

    /// <summary>Gets or sets the available values, or the selected values.</summary>
    public ItemList<FormValue> Values { get; set; } = ItemList<FormValue>.Empty;

    /// <summary>Gets or sets the required format of the value.</summary>
    public FormValueFormat? ValueFormat { get; set; }

    /// <summary>Gets or sets the value of a date. It is only read, and never sent.</summary>
    public ZonedDateTime? ZonedDateTime { get; set; }

    /// <summary>Gets or sets the items inside this one: the parts of a name or of an address.</summary>
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
    /// <summary>Gets or sets the questions about the person. They always include last name, first name, e-mail and phone.</summary>
    public ItemList<FormItem> ContactFields { get; set; } = ItemList<FormItem>.Empty;

    /// <summary>Gets or sets all other questions, in groups.</summary>
    public ItemList<ItemList<FormItem>> AdditionalFields { get; set; } = ItemList<ItemList<FormItem>>.Empty;

    /// <summary>Gets the questions in one line.</summary>
    public override string ToString() =>
        string.Join("; ", ContactFields.Concat(AdditionalFields.SelectMany(group => group)).Select(item => item.Title ?? item.Id));
}

/// <summary>Represents a value of a choice. In a choice with groups, it is a group, which contains values.</summary>
public sealed class FormValue : NestedObject
{
    /// <summary>Gets or sets the ID.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets the displayed text.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the value that the displayed text represents.</summary>
    public string? Value { get; set; }

    /// <summary>Gets or sets the values of this group; empty if there are no groups.</summary>
    public ItemList<FormValue> Values { get; set; } = ItemList<FormValue>.Empty;

    /// <summary>Gets the displayed text; for a group, also its values: <c>Menu (Fish, Meat)</c>.</summary>
    public override string ToString()
    {
        var text = Name ?? Value ?? Id ?? string.Empty;
        return Values.Count == 0 ? text : $"{text} ({string.Join(", ", Values)})".TrimStart();
    }
}

/// <summary>Represents the format of the value of a form item.</summary>
public sealed class FormValueFormat : NestedObject
{
    /// <summary>Gets or sets the maximum number of characters.</summary>
    public decimal? MaxLength { get; set; }

    /// <summary>Gets or sets the minimum number of characters.</summary>
    public decimal? MinLength { get; set; }

    /// <summary>Gets or sets the kind of pattern in <see cref="RegexValue"/>.</summary>
    public string? RegexType { get; set; }

    /// <summary>Gets or sets the pattern that the value must match.</summary>
    public string? RegexValue { get; set; }

    /// <summary>Gets or sets the name of the format. There is no fixed list of values.</summary>
    public string? ValueFormat { get; set; }

    /// <summary>Gets the name of the format, or the pattern.</summary>
    public override string ToString() => ValueFormat ?? RegexValue ?? string.Empty;
}
