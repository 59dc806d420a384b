# Values that the suites of secrets set and search for: credentials in every encoding of a text, and a person with unique words.
#Requires -Version 7.4
Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/TestSupport.psm1"
Import-Module "$PSScriptRoot/ChangeSupport.psm1"

# The credentials with which TestSupport connects each API, and those of a watch.
$script:PlantedSecrets = @{
    Cegos      = @('sandbox-secret')
    Loop       = 'sandbox+secret/loop==', 'sandbox-subscription'
    Resamania  = 'sandbox-secret', 'sandbox-gateway-key', 'sandbox-contact-secret'
    Conference = 'sandbox-api-key', 'sandbox-token', 'planted-hook-password', 'planted-hook-header', 'planted-hook-oauth'
}

# The person in the input of the user: no text of the module or of the sandbox contains these words.
$script:PlantedPerson = @{
    LastName = 'Zoltanovic'; FamilyName = 'Zoltanovic'; FirstName = 'Ulrikina'; GivenName = 'Ulrikina'; Email = 'zoltanovic.u@example.com'; Phone = '0733988177'; PhoneNumber = '0733988177'
    Mobile = '0733988177'; Landline = '0733988177'; Address = '97 rue Zoltan'; StreetAddress = '97 rue Zoltan'; City = 'Zoltanville'; AddressLocality = 'Zoltanville'; PostalCode = '97531'; BirthDate = '1961-03-07'
    CompanyName = 'Zoltan et fils'; EstablishmentName = 'Zoltan nord'; Comments = 'Zoltan ne mange pas de gluten'; Supplement = 'chez Zoltan'; Reason = 'Zoltan est malade'; User = 'zoltan.admin'
}

# A pattern that finds a secret unchanged, percent-encoded, in base64 at any shift, in the hexadecimal of a serialised SecureString and in a JSON text.
function New-SecretPattern {
    param([Parameter(Mandatory)][string[]] $Secret)
    $forms = foreach ($one in $Secret | Sort-Object -Unique) {
        $one
        [uri]::EscapeDataString($one)
        foreach ($before in '', 'a', 'ab') {
            $text = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("$before$one")).TrimEnd('=')
            $text.Substring($before ? 4 : 0, [math]::Min(16, $text.Length - ($before ? 5 : 1)))
        }
        [Convert]::ToHexString([Text.Encoding]::Unicode.GetBytes($one))
    }
    # .NET 8 accepts 1,000 nodes in such an expression, and later versions 10,000.
    [AppContext]::SetData('REGEX_NONBACKTRACKING_MAX_AUTOMATA_SIZE', 10000)
    [regex]::new(($forms | Sort-Object -Unique | ForEach-Object { [regex]::Escape($_) }) -join '|', 'IgnoreCase, CultureInvariant, NonBacktracking')
}

# The words of the person; an e-mail that is an ID is shown as z…@example.com, which this permits.
function New-PersonPattern { [regex]::new('zoltan|ulrik|33988177|97531|1961-03-07|07/03/1961|03/07/1961|1961', 'IgnoreCase, CultureInvariant') }

# The credentials of an API (or of all): those that were set, and the tokens that were sent for them.
function Get-PlantedSecret {
    param([Parameter(Mandatory)] $Server, [string] $Service = '*')
    foreach ($name in $script:PlantedSecrets.Keys -like $Service) {
        $script:PlantedSecrets[$name]
        foreach ($entry in Get-RequestLog $Server "/$name/*") { $entry.headers.PSObject.Properties['Authorization']?.Value -replace '^(Bearer|Basic) ' | Where-Object Length -GT 10 }
    }
}

# Arguments with which a command succeeds, from its class; the words of a row are those of the person.
function Get-PlantedArgument {
    param([Parameter(Mandatory)] $Command, [Parameter(Mandatory)][string] $Folder, [hashtable] $Known = @{})
    $arguments = switch ($Command.Name) {
        'Invoke-TrainingApiRequest' { @{ Method = 'Post'; Path = 'v1/Registration'; Scope = 'Registration'; Body = @{ managerCrmId = 'M-1'; managerCrmIsLead = 'false'; traineeCrmId = 'T-9'; traineeCrmIsLead = 'false'; sessionId = 'SES001'; comments = $script:PlantedPerson.Comments } } }
        'Get-TrainingJournal' { @{ Path = "$Folder/planted.jsonl" } }
        'Export-CegosCatalog' { @{ Path = "$Folder/planted.xlsx"; Force = $true } }
        'Compare-CegosCatalog' { @{ Path = "$Folder/planted.snapshot"; Update = $true } }
        'Test-CegosRegistration' { @{ ManagerCrmId = 'M-1'; TraineeCrmId = 'T-9'; SessionId = '2025-61072-PAR-001'; Comments = $script:PlantedPerson.Comments } }
        'Initialize-LoopFolder' { @{ CodeDossier = 'MANON004' } }
        'Get-ConferenceRegistration' { @{ ConferenceId = '1201'; SessionId = '40001' } }
        'Get-ConferenceSession' { @{ ConferenceId = '1201' } }
        'Get-CegosDeferral' { @{ TransactionId = $Known.TransactionId } }
        'Add-LoopCollaborativeOffer' { @{ CodeDossier = $Known.CodeDossier; Offer = 'Consultation' } }
        'Get-ResamaniaContact' { @{ Email = $script:PlantedPerson.Email; Network = $true } }
        'Register-ConferenceRegistrationWatch' {
            @{
                SessionId = '0'; Address = 'https://example.com/hook'; BasicCredential = New-TestCredential hook 'planted-hook-password'; Header = @{ 'X-Key' = New-TestSecret 'planted-hook-header' }
                OAuth2 = @{ GrantType = 'client_credentials'; ClientId = 'me'; AccessTokenUrl = 'https://example.com/token'; ClientSecret = New-TestSecret 'planted-hook-oauth' }
            }
        }
        default { @{} }
    }
    if ($arguments.Count) { return $arguments }
    if (-not $Command.Parameters.ContainsKey('Journal')) {
        foreach ($parameter in $Command.Parameters.Values | Where-Object { $Command.Verb -eq 'Get' -and $_.ParameterSets.Values.IsMandatory -and $_.ParameterSets.ContainsKey('__AllParameterSets') }) {
            throw "$($Command.Name) is new and needs -$($parameter.Name): say in Get-PlantedArgument what to give."
        }
        return $arguments
    }
    foreach ($parameter in Get-RowParameter $Command) {
        $arguments[$parameter.Name] = $Known["$($Command.Name) $($parameter.Name)"] ?? $Known[$parameter.Name] ?? $script:PlantedPerson[$parameter.Name] ?? (Get-SampleCell $parameter)
    }
    $arguments
}

# Every view of an object, as users print and export it.
function Get-View {
    param($Thing, [Parameter(Mandatory)][string] $Folder)
    $Thing | Format-List * -Force | Out-String -Width 500
    $Thing | Out-String -Width 500
    $Thing | ConvertTo-Json -Depth 3 -WarningAction SilentlyContinue
    $Thing | ConvertTo-Csv
    $Thing | Export-Clixml "$Folder/view.xml" -Depth 3
    Get-Content "$Folder/view.xml" -Raw
    "$Thing"
}

# The text of an error, without the caller's target and the position in the caller's script.
function Get-ErrorText {
    param([Parameter(Mandatory, ValueFromPipeline)][System.Management.Automation.ErrorRecord] $Record, [Parameter(Mandatory)][string] $Folder)
    process {
        "$Record"
        "$($Record.ErrorDetails) $($Record.ErrorDetails?.RecommendedAction)"
        $Record.FullyQualifiedErrorId
        for ($exception = $Record.Exception; $exception; $exception = $exception.InnerException) {
            Get-View ($exception | Select-Object * -ExcludeProperty TargetSite, InnerException, ErrorRecord, Data) $Folder
            "$($exception.Data.Keys) $($exception.Data.Values)"
            $exception.ToString()
        }
    }
}

# The path to each object, private fields included, that contains one of these texts, or to a SecureString that is not disposed.
function Find-ReachableText {
    param([Parameter(Mandatory)] $Root, [Parameter(Mandatory)][string[]] $Text)
    if (-not ('SecretsTest.Walk' -as [type])) {
        Add-Type -TypeDefinition @'
using System; using System.Collections; using System.Collections.Generic; using System.Linq; using System.Reflection; using System.Text;
namespace SecretsTest {
    // Walks all fields of all objects that can be reached, and says where a text was found.
    public static class Walk {
        public static List<string> Find(object root, string[] secrets) {
            var found = new List<string>(); var seen = new HashSet<object>(ReferenceEqualityComparer.Instance); var work = new Queue<(object, string)>();
            work.Enqueue((root, "connection"));
            while (work.Count > 0 && seen.Count < 200000) {
                var (thing, path) = work.Dequeue();
                // Timers of the whole process hang on one another; through them everything could be reached.
                if (thing is null || thing.GetType().FullName.StartsWith("System.Threading.TimerQueue") || thing is Pointer || thing is Type || thing is MemberInfo || thing is Assembly || thing is System.Threading.Thread || !(thing is ValueType) && !seen.Add(thing)) continue;
                string text = thing as string ?? (thing is char[] c ? new string(c) : thing is byte[] b ? Encoding.UTF8.GetString(b) : null);
                if (text != null) { if (secrets.Any(s => text.Contains(s))) found.Add(path); continue; }
                if (thing is System.Security.SecureString secure) { try { if (secure.Length > 0) found.Add(path + " (open SecureString)"); } catch (ObjectDisposedException) { } continue; }
                if (thing.GetType().IsPrimitive || thing.GetType().IsEnum) continue;
                if (thing is Array array) { if (!array.GetType().GetElementType().IsPrimitive) foreach (object item in array) work.Enqueue((item, path + "[]")); continue; }
                for (Type type = thing.GetType(); type != null && type != typeof(object); type = type.BaseType)
                    foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)) {
                        if (field.FieldType.IsPointer || field.FieldType.IsPrimitive) continue;
                        object value; try { value = field.GetValue(thing); } catch { continue; }
                        work.Enqueue((value, path + "." + field.Name));
                    }
            }
            Count = seen.Count; return found;
        }
        public static int Count;
    }
}
'@
    }
    [SecretsTest.Walk]::Find($Root.PSObject.BaseObject, $Text)
}

Export-ModuleMember -Function *-* -Variable PlantedPerson, PlantedSecrets
