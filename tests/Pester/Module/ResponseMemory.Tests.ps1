# Memory of responses that are much larger than expected: the whole process grows by at most twice -MaximumResponseBytes, whatever is in flight.
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    $server = Start-SandboxServer
    # Twice the default limit, and what the rest of a command needs.
    $limitMB = 2 * 256 + 48

    # Runs a command in a process of its own: its error ID, and by how many MB the peak of the process grew.
    function Measure-Growth([string] $Command) {
        $result = Invoke-FreshPowerShell @"
Import-Module '$PSScriptRoot/../Support/TestSupport.psm1'
Import-TestedModule
Connect-TestCegos ([pscustomobject]@{ Uri = [uri] '$($server.Uri)' }) @{ MaximumRetryCount = 0 }
function Get-Peak { [Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64 / 1MB }
`$null = Get-CegosProduct -First 1 -ThrottleLimit 1
`$before = Get-Peak
`$id = try { $Command } catch { `$_.FullyQualifiedErrorId }
"`$id|`$([int] ((Get-Peak) - `$before))"
"@
        if ($result.Output -notmatch '(?m)^(\w+),[\w.]+\|(\d+)$') { throw "The run failed: $($result.Output) $($result.Error)" }
        [pscustomobject]@{ Id = $Matches[1]; GrowthMB = [int] $Matches[2] }
    }
}
AfterAll { Stop-SandboxServer $server }

Describe 'The memory of' -Skip:$IsMacOS {
    BeforeEach { Clear-Fault $server }

    It '<name> stays below twice the limit' -ForEach @(
        @{ name = 'a gzipped response of 2 GB'; path = 'Products/'; bytes = 2GB; command = 'Get-CegosProduct 202561072 -ErrorAction Stop' }
        @{ name = 'four gzipped pages of 2 GB'; path = 'Products\?.*pageNumber=[2-9]'; bytes = 2GB; command = '$null = Get-CegosProduct -ThrottleLimit 4 -ErrorAction Stop' }
        @{ name = 'four gzipped pages of 200 MB'; path = 'Products\?.*pageNumber=[2-9]'; bytes = 200MB; command = '$null = Get-CegosProduct -ThrottleLimit 4 -ErrorAction Stop' }
        @{ name = 'six responses of 200 MB, one after the other'; path = 'Products/'; bytes = 200MB; command = 'foreach ($i in 1..5) { try { Get-CegosProduct 202561072 -ErrorAction Stop } catch { } }; Get-CegosProduct 202561072 -ErrorAction Stop' }
    ) {
        Set-Fault $server @{ match = @{ path = $path }; times = -1; fault = @{ kind = 'huge'; bytes = $bytes; gzip = $true } }
        $measured = Measure-Growth $command
        Write-Host "    $($measured.GrowthMB) MB"
        $measured.Id | Should -BeExactly 'UnexpectedResponse'
        $measured.GrowthMB | Should -BeLessThan $limitMB
    }
}
