namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Specifies the sheets of a catalogue workbook, in their order.</summary>
public enum CatalogSheet
{
    /// <summary>Counts and charts.</summary>
    Summary,

    /// <summary>The products.</summary>
    Products,

    /// <summary>The sessions.</summary>
    Sessions,

    /// <summary>The training centres.</summary>
    Centers,

    /// <summary>The topics.</summary>
    Topics,

    /// <summary>The catalogues.</summary>
    Catalogs,

    /// <summary>The texts of the products, one row a text.</summary>
    Notices,
}
