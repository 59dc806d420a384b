using System.Text.Json;

namespace TrainingApis.Clients.Json;

/// <summary>Reads a value. The reader stands on its first token before, and on its last after.</summary>
internal delegate T JsonValueReader<out T>(ref Utf8JsonReader reader);
