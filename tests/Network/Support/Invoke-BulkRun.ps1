#Requires -Version 7.4
# A bulk run as an administrator starts it, in a process of its own: reads its settings from a JSON file, and writes what came out to another.
param([Parameter(Mandatory)][string] $Path)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Import-Module "$PSScriptRoot/../../Pester/Support/TestSupport.psm1"
Import-TestedModule
$settings = Get-Content $Path -Raw | ConvertFrom-Json -AsHashtable
$with = @{ Scope = 'Registration' } + $settings.With
if ($settings.ProxyUser) { $with.ProxyCredential = New-TestCredential $settings.ProxyUser $settings.ProxyPassword }
$results, $failed, $ended = [Collections.Generic.List[object]]::new(), @(), $null
try {
    Connect-TestCegos ([pscustomobject]@{ Uri = [uri] $settings.Base }) $with
    $number = 0
    Import-Csv $settings.Csv | ForEach-Object {
        # Rows that come in bursts leave the connections idle in between.
        if ($settings.Pause -and $number++ -and $number % $settings.ThrottleLimit -eq 1) { Start-Sleep -Milliseconds ($settings.Pause + 40 * ($number / $settings.ThrottleLimit)) }
        $_
    } | New-CegosRegistration -Journal $settings.Journal -ThrottleLimit $settings.ThrottleLimit -RetryInDoubt:$settings.RetryInDoubt -ErrorVariable failed -ErrorAction SilentlyContinue -WarningAction SilentlyContinue |
        ForEach-Object { $results.Add($_) }
}
catch { $ended = $_ }
$rowErrors = @($failed | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] -and $_.TargetObject })
@{
    Succeeded = @($results | ForEach-Object { @{ Reference = $_.ClientReference; Number = $_.RegistrationNumber; FromJournal = $_.FromJournal } })
    Errors    = @($rowErrors | ForEach-Object { @{ Reference = $_.TargetObject.ClientReference; Id = $_.FullyQualifiedErrorId.Split(',')[0]; Message = $_.Exception.Message } })
    Ended     = $ended ? @{ Id = $ended.FullyQualifiedErrorId.Split(',')[0]; Message = $ended.Exception.Message } : $null
    # Everything that this session can show of some of its errors.
    Text      = ($Error | Select-Object -First 5 | ForEach-Object { "$_"; $_ | Format-List * -Force | Out-String -Width 500; Get-Error -InputObject $_ | Out-String -Width 500; $_.Exception.ToString() }) -join "`n"
} | ConvertTo-Json -Depth 5 | Set-Content $settings.Output
