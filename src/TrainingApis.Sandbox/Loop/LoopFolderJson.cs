using System.Text.Json;

namespace TrainingApis.Sandbox.Loop;

/// <summary>A file as the list shows it.</summary>
internal static class LoopFolderJson
{
    public static void Write(Utf8JsonWriter json, LoopFolder folder)
    {
        json.WriteStartObject();
        json.WriteString("objectId"u8, folder.ObjectId);
        json.WriteString("codeIbs"u8, folder.Code);
        json.WriteString("nom"u8, folder.LastName);
        json.WriteString("prenom"u8, folder.FirstName);
        json.WriteString("nomUsuel"u8, folder.UsualName);
        json.WriteString("raisonSociale"u8, folder.CompanyName);
        json.WriteString("maitreDossier"u8, folder.Owner.Account);
        if (folder.IsWhole)
        {
            json.WriteString("maitreDossierId"u8, folder.Owner.Id);
            json.WriteString("engagementManager"u8, folder.Manager?.Account);
            json.WriteString("engagementManagerId"u8, folder.Manager?.Id.ToString());
        }

        json.WriteEndObject();
    }
}
