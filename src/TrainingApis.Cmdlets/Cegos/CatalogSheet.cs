namespace TrainingApis.Cmdlets.Cegos;

/// <summary>What a workbook of the catalogue can hold, in the order of its sheets.</summary>
public enum CatalogSheet
{
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
}
