# The scripts that the benchmarks run in new PowerShells, and the files that these scripts need.
#Requires -Version 7.4
Set-StrictMode -Version 3

# Imports the module and connects it to the server.
function Get-ConnectScript {
    param([uri] $Uri, [string] $Scope = 'Catalog')
    @"
Import-Module `$env:TRAININGAPIS_TESTED
`$secret = [securestring]::new(); 'sandbox-secret'.ToCharArray() | ForEach-Object { `$secret.AppendChar(`$_) }
Connect-Cegos -Credential ([pscredential]::new('sandbox-client', `$secret)) -Scope $Scope -CatalogUri '$($Uri)cegos/catalog/' -RegistrationUri '$($Uri)cegos/registration/' -TokenUri '$($Uri)cegos/auth/connect/token'
"@
}

# The same for Invoke-RestMethod: a token, and the headers with it.
function Get-TokenScript {
    param([uri] $Uri, [string] $Scope = 'api-cegos')
    @"
`$token = (Invoke-RestMethod '$($Uri)cegos/auth/connect/token' -Method Post -Body @{ grant_type = 'client_credentials'; client_id = 'sandbox-client'; client_secret = 'sandbox-secret'; scope = '$Scope' }).access_token
`$headers = @{ Authorization = "Bearer `$token" }
"@
}

# The usual loop over pages.
function Get-RestPagesScript {
    param([uri] $Uri, [string] $Query)
    @"
& {
    `$number = 1
    do {
        `$page = Invoke-RestMethod "$($Uri)cegos/catalog/v1/Products?pageNumber=`$number$Query" -Headers `$headers
        `$page.data
        `$number++
    } while (`$number -le `$page.totalPages)
}
"@
}

# A binary module with one cmdlet that does nothing.
function New-EmptyModule {
    param([string] $Folder)
    $path = Join-Path $Folder 'Empty.dll'
    Add-Type -OutputAssembly $path -OutputType Library -TypeDefinition @'
[System.Management.Automation.Cmdlet("Get", "Nothing")]
public sealed class GetNothingCommand : System.Management.Automation.PSCmdlet { }
'@
    $path
}

function New-RegistrationFile {
    param([string] $Folder, [int] $Rows)
    $path = Join-Path $Folder "registrations-$Rows.csv"
    1..$Rows | ForEach-Object {
        [pscustomobject]@{ ManagerCrmId = 'M-1'; TraineeCrmId = "T-$_"; SessionId = 'SES001'; ClientReference = "REF-$_"; IsCpf = 'true'; CpfHours = '35' }
    } | Export-Csv $path
    $path
}

Export-ModuleMember -Function *-*
