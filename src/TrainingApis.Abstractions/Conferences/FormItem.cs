namespace TrainingApis.Conferences;

/// <summary>
/// A question of a form, or the answer to it: one value in <see cref="Value"/>, or, where there is a choice (<c>radio</c>,
/// <c>checkbox</c>, <c>select</c>), those in <see cref="Values"/>. Types and bindings are open lists, so they are text.
/// </summary>
public sealed class FormItem : NestedObject
{
    /// <summary>Its id.</summary>
    public string? Id { get; set; }

    /// <summary>What it is: <c>radio</c>, <c>checkbox</c>, <c>select</c>, <c>crm-address</c>, <c>crm-name</c>, and others.</summary>
    public string? Type { get; set; }

    /// <summary>The question.</summary>
    public string? Title { get; set; }

    /// <summary>The field of the client that it fills: <c>crm-last-name</c>, <c>crm-first-name</c>, <c>crm-email</c>, <c>crm-phone</c>, and
    /// others.</summary>
    public string? Bind { get; set; }

    /// <summary>The group of that field.</summary>
    public string? BindGroup { get; set; }

    /// <summary>Your own id for it.</summary>
    public string? ExternalId { get; set; }

    /// <summary>A help text.</summary>
    public string? Help { get; set; }

    /// <summary>What stands in the field before anything is typed.</summary>
    public string? Placeholder { get; set; }

    /// <summary>Whether an answer is needed.</summary>
    public bool? Mandatory { get; set; }

    /// <summary>Whether it is shown.</summary>
    public bool? Visible { get; set; }

    /// <summary>Whether another value than those offered can be given; where there is a choice.</summary>
    public bool? OtherValue { get; set; }

    /// <summary>Whether the values are in categories; of a <c>select</c>.</summary>
    public bool? Category { get; set; }

    /// <summary>Whether more than one value can be chosen; of a <c>select</c>.</summary>
    public bool? Multiple { get; set; }

    /// <summary>The one value.</summary>
    public string? Value { get; set; }

    /// <summary>The values to choose from, or those that were chosen.</summary>
    public ItemList<FormValue> Values { get; set; } = ItemList<FormValue>.Empty;

    /// <summary>What the value must look like.</summary>
    public FormValueFormat? ValueFormat { get; set; }

    /// <summary>The value of a date; only read, never sent.</summary>
    public ZonedDateTime? ZonedDateTime { get; set; }

    /// <summary>Items within this one: the parts of a name or of an address.</summary>
    public ItemList<FormItem> SubItem { get; set; } = ItemList<FormItem>.Empty;

    /// <summary>Question and answer: <c>Meal: Vegetarian</c>.</summary>
    public override string ToString() => (Title ?? Id, Answer) switch
    {
        (null or "", { } answer) => answer,
        ({ } question, "") => question,
        ({ } question, { } answer) => $"{question}: {answer}",
    };

    private string Answer => !string.IsNullOrEmpty(Value) ? Value
        : ZonedDateTime is { } date ? date.ToString()
        : Values.Count > 0 ? string.Join(", ", Values)
        : string.Join(", ", SubItem.Select(item => item.Answer).Where(answer => answer.Length > 0));
}
