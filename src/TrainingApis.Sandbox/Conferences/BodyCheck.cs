using System.Text.Json;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>Looks at one value of a body, and notes what is not as documented.</summary>
internal delegate void BodyCheck(JsonElement value, string path, BodyFaults faults);
