namespace TrainingApis.Workbooks;

/// <summary>What the cells of a column hold, and so how a spreadsheet shows them. Formats follow the language of who opens it.</summary>
public enum ColumnKind
{
    /// <summary>Text as it is.</summary>
    Text,

    /// <summary>Text that must never become a number: codes, postal codes.</summary>
    Code,

    /// <summary>Text that came as HTML and is shown as plain text with its line breaks.</summary>
    Html,

    /// <summary>A whole number without separators: ids, years, counts.</summary>
    Whole,

    /// <summary>A number with as many decimals as it has.</summary>
    Number,

    /// <summary>A price: two decimals, thousands apart.</summary>
    Money,

    /// <summary>A share of one, shown in percent with a bar.</summary>
    Share,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A day and a time.</summary>
    DateTime,

    /// <summary>True or false, shown in the language of who opens it.</summary>
    Boolean,

    /// <summary>A web address: a link where it can be one, else its text.</summary>
    Link,
}
