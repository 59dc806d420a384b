namespace TrainingApis.Cegos;

/// <summary>A training product of one year's catalogue.</summary>
public sealed class Product { }
