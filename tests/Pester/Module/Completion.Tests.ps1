# Tab completion: only known values, within the time limit, quoted where needed; no request and no exception.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-TestedModule
    $common = [System.Management.Automation.Cmdlet]::CommonParameters + [System.Management.Automation.Cmdlet]::OptionalCommonParameters
    $parameters = foreach ($command in Get-Command -Module TrainingApis) {
        foreach ($parameter in $command.Parameters.Values | Where-Object Name -notin $common) {
            $type = $parameter.ParameterType.IsArray ? $parameter.ParameterType.GetElementType() : $parameter.ParameterType
            $completer = $parameter.Attributes | Where-Object { $_ -is [System.Management.Automation.ArgumentCompleterAttribute] } | Select-Object -First 1
            @{ command = $command.Name; name = $parameter.Name; enum = [Nullable]::GetUnderlyingType($type) ?? $type; completer = $completer.Type }
        }
    }
    $enums = @($parameters | Where-Object { $_.enum.IsEnum -and -not $_.completer })
    $completed = @($parameters | Where-Object { $_.completer })
    # Values that do not depend on the responses of a vendor.
    $fixed = @($completed | Where-Object { $_.completer.Name -in 'BooleanCompleter', 'RouteCompleter', 'RegistrationFieldCompleter' })
    $seen = @($completed | Where-Object { $_ -notin $fixed })
}

BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-TestedModule
    function Complete { param([string] $Line) @((TabExpansion2 $Line $Line.Length).CompletionMatches) }
    function Invoke-Completer { param([type] $Type, [string] $Command, [string] $Parameter, $Word, [hashtable] $Bound = @{}) @([Activator]::CreateInstance($Type).CompleteArgument($Command, $Parameter, $Word, $null, $Bound)) }
}

Describe 'An enumeration: <command> -<name>' -ForEach $enums {
    It 'offers its names' {
        $offered = (Complete "$command -$name ").CompletionText
        [enum]::GetNames($enum) | Where-Object { $_ -notin $offered } | Should -BeNullOrEmpty
    }
}

Describe 'Without a connection' {
    BeforeAll { Disconnect-TrainingApi -ErrorAction Ignore }

    It '<command> -<name> offers its fixed values that start with the typed text' -ForEach $fixed {
        $offered = Invoke-Completer $completer $command $name ''
        $offered.Count | Should -BeGreaterThan 1
        (Invoke-Completer $completer $command $name $offered[0].CompletionText).CompletionText | Should -Contain $offered[0].CompletionText
        foreach ($word in '$(', '[', 'é', ('x' * 5000)) { Invoke-Completer $completer $command $name $word | Should -BeNullOrEmpty }
    }

    It '<command> -<name> offers nothing of a vendor and writes nothing' -ForEach $seen {
        $offered = foreach ($word in $null, '', "'", '"x', '$(', '*', '[', 'é', ('x' * 5000)) {
            foreach ($bound in @{}, @{ Connection = $null }, @{ Connection = 42 }, @{ Connection = 'nobody' }) { Invoke-Completer $completer $command $name $word $bound }
        }
        $offered | Should -BeNullOrEmpty
    }
}

Describe 'With connections' {
    BeforeAll {
        $server = Start-SandboxServer
        $strange = "L'été `$HOME `"A`" & ``"
        $connection = Connect-TestCegos $server -With @{ Name = $strange; PassThru = $true }
        $null = Connect-TestConference $server -With @{ PassThru = $true }
        $null = Connect-TestLoop $server -With @{ PassThru = $true }
        $null = Connect-TestResamania $server -With @{ PassThru = $true }
        Get-CegosCatalog | Out-Null
        New-CegosRegistration -ManagerCrmId M -TraineeCrmId T -SessionId SES001 | Move-CegosRegistration -SessionId SES002 -Confirm:$false | Out-Null
        Get-CegosCenter | Out-Null
        Get-CegosProduct -First 50 | Out-Null
        Get-CegosSession -First 50 | Out-Null
        Get-LoopFolder | Out-Null
        Get-ResamaniaClub | Out-Null
        Get-ResamaniaSource | Out-Null
        Get-ResamaniaNetworkNode | Out-Null
        Get-ResamaniaContact -Email john+test@email.tld | Out-Null
        Get-Conference | Get-ConferenceSession | Out-Null
        Clear-RequestLog $server
    }

    AfterAll {
        Disconnect-TrainingApi
        Stop-SandboxServer $server
    }

    It '<command> -<name> offers values that were read before, without a request' -ForEach $completed {
        $offered = Complete "$command -$name "
        $offered.Count | Should -BeGreaterThan 0
        $offered | Where-Object ResultType -ne ParameterValue | Should -BeNullOrEmpty -Because 'no other completer is used instead'
        Get-RequestLog $server | Should -BeNullOrEmpty
    }

    It 'quotes what needs it, so that the completed line runs' {
        $text = (Complete 'Get-CegosCenter -Connection ').CompletionText
        $text | Should -Be "'$($strange.Replace("'", "''"))'"
        @([scriptblock]::Create("Get-CegosCenter -Connection $text").Invoke()).Count | Should -BeGreaterThan 0
        $folder = (Complete 'Initialize-LoopFolder -CodeDossier SCI').CompletionText | Select-Object -First 1
        $folder | Should -Be "'SCI 0007'"
    }

    It 'completes text that begins with a quote, and text from a label' {
        (Complete "Initialize-LoopFolder -CodeDossier 'SCI").CompletionText | Should -Contain "'SCI 0007'"
        $product = (Complete 'Get-CegosProduct fondamentaux')[0]
        $product.CompletionText | Should -Be '202561072'
        $product.ToolTip | Should -Match 'Management : les fondamentaux'
    }

    It 'uses the connection that the command line names' {
        $other = Connect-TestCegos $server -With @{ Name = 'other'; PassThru = $true }
        Complete 'Get-CegosProduct 2025' | Where-Object ResultType -eq ParameterValue | Should -BeNullOrEmpty
        (Complete "Get-CegosProduct -Connection '$($strange.Replace("'", "''"))' -YearlyProductCode 2025").CompletionText | Should -Contain '202561072'
        $first = $connection
        (Complete 'Get-CegosProduct -Connection $first -YearlyProductCode 2025').CompletionText | Should -Contain '202561072'
        Disconnect-TrainingApi -Connection $other
    }

    It 'offers nothing from a connection that is closed' {
        $gone = Connect-TestCegos $server -With @{ Name = 'gone'; PassThru = $true }
        Get-CegosCenter -Connection $gone | Out-Null
        Disconnect-TrainingApi -Connection $gone
        (Complete 'Get-CegosCenter -Connection ').CompletionText | Should -Not -Contain gone
    }
}

Describe 'With a whole catalogue in the cache' {
    BeforeAll {
        $connection = Connect-TrainingSandbox -SessionCount 6000 -PassThru | Where-Object Service -eq Cegos
        $codes = @((Get-CegosSession -ThrottleLimit 8).YearlySessionCode)
        $seen = [TrainingApis.Connection].GetProperty('Seen', [Reflection.BindingFlags] 'NonPublic, Instance').GetValue($connection)
    }

    AfterAll { Disconnect-TrainingApi }

    It 'keeps the newest values, five thousand at most' {
        $codes.Count | Should -Be 6000
        $kept = $seen.Get('SessionCodeCompleter').Key
        $kept | Should -HaveCount 5000
        $kept | Should -Contain $codes[-1]
        $kept | Should -Not -Contain $codes[0]
    }

    It 'completes within 250 ms' {
        # The fastest of five attempts, since the machine may be busy.
        $times = 1..5 | ForEach-Object { (Measure-Command { Complete 'Get-CegosSession -YearlySessionCode 20' }).TotalMilliseconds }
        ($times | Measure-Object -Minimum).Minimum | Should -BeLessThan 250
        (Complete 'Get-CegosSession -YearlySessionCode 20').Count | Should -Be 200
        (Complete "Get-CegosSession -YearlySessionCode $($codes[-1])").CompletionText | Should -Be $codes[-1]
    }
}
