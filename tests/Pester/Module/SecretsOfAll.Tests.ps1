# Every exported command, after a success and after an error of a vendor that repeats the request: no
# credential in any output or file, and no personal data of a row except what was requested.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    $commands = (Import-PowerShellDataFile "$ModulePath/TrainingApis.psd1").CmdletsToExport
}
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/Planted.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer '--products', '12', '--sessions', '12'
    $person = New-PersonPattern
    $common = @{ Verbose = $true; Debug = $true; ErrorAction = 'Continue'; WarningAction = 'Continue'; InformationAction = 'Continue' }

    # Each API refuses with everything that it knows of its connection at that time, in the formats of error responses.
    function Set-Echo([System.Management.Automation.CmdletInfo] $Command) {
        foreach ($service in $PlantedSecrets.Keys) {
            $known = $Command.Verb -eq 'Connect' ? $PlantedSecrets[$service] : (Get-PlantedSecret $server $service)
            $secrets = @($known | Where-Object { $_ -notlike 'planted-hook*' -or $Command.Verb -eq 'Register' } | Where-Object { $_ -ne 'sandbox-contact-secret' -or $Command.Name -eq 'Move-ResamaniaContact' } | Sort-Object -Unique)
            $echo = "Bad call: $secrets $($secrets | ForEach-Object { [uri]::EscapeDataString($_) }) Basic $($secrets | ForEach-Object { [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("sandbox-client:$_")) })"
            $body = ConvertTo-Json @{ title = $echo; detail = $echo; error_description = $echo; message = $echo; 'hydra:description' = $echo; errors = @{ field = @($echo) }; error = @{ message = $echo } }
            # A move first reads the contact, and only then uses the credential of the contact.
            $path = "^/$service/$($Command.Name -eq 'Move-ResamaniaContact' ? '.*migrate' : '')"
            Set-Fault $server @{ match = @{ path = $path }; times = -1; fault = @{ kind = 'replaceBody'; status = 400; contentType = 'application/json'; body = $body } }
        }
    }

    # A new state, with existing IDs for commands that need one.
    function Reset-All {
        Reset-TestApi $server
        $null = Invoke-Control $server 'resamania' -Method Put -Body @{ transferCode = '0123' }
        Remove-Item "$TestDrive/planted.jsonl" -ErrorAction Ignore
        $registration, $moved = New-RegistrationRow 1, 2 | New-CegosRegistration -Journal "$TestDrive/planted.jsonl"
        @{
            TransactionId = (Move-CegosRegistration $moved.RegistrationNumber SES003 -Confirm:$false).TransactionId
            RegistrationNumber = $registration.RegistrationNumber; 'New-CegosRegistration SessionId' = 'SES001'; 'Move-CegosRegistration SessionId' = 'SES002'; ManagerCrmId = 'M-1'; CodeDossier = 'MANON001'
            ConferenceId = '1201'; SessionId = '40001'; RegistrationId = '700001'; ClientId = '5060'; Form = @(@{ id = 'comment'; value = $PlantedPerson.Comments }); Seats = '2'; WatchId = (Register-ConferenceRegistrationWatch 0 https://example.com/hook).WatchId
            SourceContactId = '12345'; SourceEmail = 'ines+nice@email.tld'; TargetContactId = '2'; TargetClubId = '1'; SaleId = '33'; ContactId = '12345'; ClubId = '1'; SourceId = ''; 'Set-ResamaniaContact Id' = '12345'; 'Set-ResamaniaContact ClubId' = ''; State = ''
            'Set-LoopClient Email' = 'helene.lefevre@example.com'; 'Remove-LoopApplication Email' = 'helene.lefevre@example.com'; TransferId = (Request-ResamaniaTransfer 12345 1).TransferId; Code = '0123'; Supplement = ''; TemporaryEmail = 'zoltanovic.temporary@example.com'; AddressCountry = ''
        }
    }

    # Runs the command on its own connection, and returns all streams. The command line contains only names.
    function Invoke-Planted([System.Management.Automation.CmdletInfo] $Command, [hashtable] $Known) {
        if ($Command.Verb -eq 'Connect') {
            if ($Command.Noun -eq 'TrainingSandbox') { return & { Connect-TrainingSandbox -PassThru @common } *>&1 }
            $connect = "Connect-Test$($Command.Noun)"
            return & { try { & $connect $server ($common + @{ PassThru = $true; MaximumRetryCount = 0 }) } catch { $_ } } *>&1
        }
        $with = Get-PlantedArgument $Command $TestDrive $Known
        foreach ($name in @($with.Keys | Where-Object { '' -ceq $with[$_] })) { $with.Remove($name) }
        if ($Command.Parameters.ContainsKey('Connection') -and $Command.Name -ne 'Disconnect-TrainingApi') { $with.Connection = Get-ConnectionOf $Command }
        if ($Command.Parameters.ContainsKey('PassThru')) { $with.PassThru = $true }
        if ($Command.Parameters.ContainsKey('Confirm')) { $with.Confirm = $false }
        & { try { & $Command @with @common } catch { $_ } } *>&1
    }
    function Assert-NotFound([regex] $Pattern, [string[]] $Text) {
        foreach ($part in $Text) {
            if ($part -and $Pattern.IsMatch($part)) {
                $found = $Pattern.Match($part)
                $found.Value | Should -BeNullOrEmpty -Because "it stands in: $($part.Substring([math]::Max(0, $found.Index - 80), [math]::Min(160, $part.Length - [math]::Max(0, $found.Index - 80))))"
            }
        }
    }
    function Assert-Clean([object[]] $Streams) {
        $secret = New-SecretPattern (Get-PlantedSecret $server)
        $records = @($Streams | Where-Object { $_ -is [System.Management.Automation.InformationalRecord] -or $_ -is [System.Management.Automation.InformationRecord] })
        $things = @($Streams | Where-Object { $_ -notin $records } | Select-Object -First 3) + @($Error | Select-Object -First 3) + @($records | Select-Object -First 1)
        Assert-NotFound $secret ($records + @($Error) | ForEach-Object { "$_" })
        foreach ($thing in $things) { if ($null -ne $thing) { Assert-NotFound $secret (Get-View $thing $TestDrive) } }
        foreach ($connection in Get-TrainingApiConnection) { Assert-NotFound $secret (Get-View $connection $TestDrive) }
        $errors = @($Streams | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }) + @($Error | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
        if ($errors) { Assert-NotFound $person ($errors | Get-ErrorText -Folder $TestDrive) }
        Assert-NotFound $person ($records | ForEach-Object { "$_" })
    }
}
AfterAll { Stop-SandboxServer $server }

Describe '<_>' -ForEach $commands {
    BeforeAll {
        $known = Reset-All
        $command = Get-Command $_ -Module TrainingApis
        $calls = $command.Parameters.ContainsKey('Connection') -and $command.Verb -ne 'Disconnect' -or $command.Verb -eq 'Connect' -and $command.Noun -ne 'TrainingSandbox'
    }

    It 'shows no credential and no personal data if it succeeds' {
        Clear-RequestLog $server
        $Error.Clear()
        $streams = @(Invoke-Planted $command $known)
        if ($calls) { Get-RequestLog $server | Should -Not -BeNullOrEmpty -Because "otherwise nothing was tried: $streams" }
        if ($calls) { @($streams | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }) | Should -Not -BeNullOrEmpty }
        $streams | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | Should -BeNullOrEmpty
        Assert-Clean $streams
    }

    It 'shows none if the vendor refuses and repeats the request' {
        $known = Reset-All
        'Set-LoopClient Email', 'Remove-LoopApplication Email' | ForEach-Object { $known.Remove($_) }
        Set-Echo $command
        $Error.Clear()
        $streams = @(Invoke-Planted $command $known)
        if ($calls) { @($streams | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] -or "$($_.PSObject.Properties['Error']?.Value)" }) | Should -Not -BeNullOrEmpty }
        Assert-Clean $streams
    }
}

Describe 'A connection of <_> that is closed' -ForEach 'Cegos', 'Loop', 'Resamania', 'Conference' {
    It 'sends nothing more, and references no object that contains a secret' {
        Reset-TestApi $server
        $connection = Get-TrainingApiConnection $_
        # Every part of it is used once: requests, tokens, and the credentials of a move.
        $null = Test-TrainingApiConnection $_
        if ($_ -eq 'Resamania') { $null = Move-ResamaniaContact 12345 2 -Confirm:$false }
        if ($_ -eq 'Cegos') { $null = New-RegistrationRow 1 | New-CegosRegistration }
        $secrets = @(Get-PlantedSecret $server $_ | Where-Object { $_ -notlike 'planted-hook*' } | Sort-Object -Unique)
        Find-ReachableText $connection $secrets | Should -Not -BeNullOrEmpty -Because 'while it is open it has what it needs, and the walk finds it'
        Disconnect-TrainingApi -Connection $connection
        Find-ReachableText $connection $secrets | Should -BeNullOrEmpty
        Clear-RequestLog $server
        { Invoke-TrainingApiRequest -Connection $connection -Path x } | Should -Throw -ErrorId 'NotConnected,*'
        (Test-TrainingApiConnection | Where-Object Service -EQ $_) | Should -BeNullOrEmpty
        @(Get-RequestLog $server | Where-Object target -Like "/$_/*") | Should -BeNullOrEmpty
        $connection.IsOpen, $connection.TokenExpires | Should -Be $false, $null
    }
}
